package dev.annealer.python;

import dev.annealer.python.interpreter.Guard;
import dev.annealer.python.syntax.Spot;
import dev.annealer.python.value.Cause;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Collects what is to be said about a script while it is made a document.
final class Notes {
    private final Map<String, Unresolved> unresolved = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Remark> failures = new ArrayList<>();
    private final Set<Spot> explained = new HashSet<>();

    Map<String, Unresolved> unresolved() {
        return unresolved;
    }

    List<Remark> remarks() {
        return remarks;
    }

    List<Remark> failures() {
        return failures;
    }

    void remark(int line, String text) {
        var remark = new Remark(line, text);
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }

    /// Says that the document has what happens under a condition.
    void explain(Guard guard) {
        explained.add(guard.at());
    }

    boolean isExplained(Guard guard) {
        return explained.contains(guard.at());
    }

    void fail(int line, String text) {
        failures.add(new Remark(line, text));
    }

    /// The number that `value` is. Where that can't be told, what it wants is noted, and a number stands in.
    double number(PyValue value, Spot at, String purpose) {
        return known(value).orElseGet(() -> {
            List<Cause> causes =
                    switch (value) {
                        case Unknown unknown when !unknown.causes().isEmpty() -> unknown.causes();
                        case PyValue.External(String path) -> List.of(new Cause(path, at.line()));
                        default -> List.of(new Cause(purpose, at.line()));
                    };
            causes.forEach(cause -> missing(cause.expression(), at.line(), purpose));
            return StandIns.of(causes.getFirst().expression(), purpose);
        });
    }

    static Optional<Double> known(PyValue value) {
        return value instanceof Quantity quantity && quantity.isKnown() && Double.isFinite(quantity.at(0))
                ? Optional.of(quantity.at(0))
                : Optional.empty();
    }

    /// Notes that the script does not say this; gives the number that stands in.
    double missing(String expression, int line, String purpose) {
        double standIn = StandIns.of(expression, purpose);
        unresolved.putIfAbsent(expression, new Unresolved(expression, line, purpose, standIn));
        return standIn;
    }
}
