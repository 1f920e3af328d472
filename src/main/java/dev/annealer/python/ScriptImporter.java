package dev.annealer.python;

import dev.annealer.python.interpreter.Interpreter;
import dev.annealer.python.interpreter.Recording;
import dev.annealer.python.syntax.Expr;
import dev.annealer.python.syntax.PythonSource;
import dev.annealer.python.syntax.Stmt;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a PyTorch script.
public final class ScriptImporter {
    /// Answers may bring up further questions; more rounds than this bring nothing.
    private static final int MOST_ROUNDS = 5;

    private ScriptImporter() {}

    /// What a text says as a value that answers a question: `500`, `1e-3`, `10 * 500`, `'cosine'`, `True`; empty for what is
    /// no such thing.
    public static Optional<PyValue> answer(String text) {
        List<Stmt> statements = PythonSource.read(text.strip()).statements();
        if (statements.size() == 1 && statements.getFirst() instanceof Stmt.Evaluate(_, Expr expression)) {
            PyValue value = Interpreter.evaluate(expression);
            return value instanceof Quantity || value instanceof PyValue.Text || value instanceof PyValue.Nothing
                    ? Optional.of(value)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /// @param answers values by the text of an expression of the script, `len(train_loader)`; they go before what it says
    public static ScriptImport read(String script, Map<String, PyValue> answers) {
        PythonSource source = PythonSource.read(script);
        var known = new LinkedHashMap<String, PyValue>();
        answers.forEach((expression, value) -> known.put(expression.replaceAll("\\s+", ""), value));
        var unresolved = new LinkedHashMap<String, Unresolved>();
        for (int round = 1; ; round++) {
            Recording recording = Interpreter.run(source, known);
            var translation = new Translation(source, recording, known);
            ScriptImport result = translation.result();
            boolean more = false;
            for (Unresolved missing : result.unresolved()) {
                unresolved.putIfAbsent(missing.expression(), missing);
                more |= known.putIfAbsent(missing.expression(), Quantity.of(number(missing.standIn()))) == null;
            }
            if (!more || round == MOST_ROUNDS) {
                return new ScriptImport(
                        result.document(), new ArrayList<>(unresolved.values()), result.remarks(),
                        result.findings().stream().filter(finding -> !isGuessed(finding, unresolved.values())).toList(), result.failures());
            }
        }
    }

    /// Whether a finding on lengths rests on a number that stands in for another; that a loader has more than one batch is sure.
    private static boolean isGuessed(LoopFinding finding, Collection<Unresolved> unresolved) {
        return LoopChecks.ON_LENGTHS.contains(finding.rule())
                && unresolved.stream().anyMatch(missing -> !missing.expression().startsWith("len("));
    }

    private static Number number(double value) {
        return value == Math.rint(value) ? BigInteger.valueOf((long) value) : (Number) value;
    }
}
