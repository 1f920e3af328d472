package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Stmt;
import dev.annealer.python.value.Arithmetic;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Scope;
import dev.annealer.python.value.Unknown;
import dev.annealer.schedule.expression.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An `if` whose condition can't be told: both branches run, and what they leave is put together.
final class Branches {
    /// After so many branches that leave a block early, the further ones count as if they did not.
    private static final int DEEPEST = 60;

    private final Reading reading;
    private final Statements statements;
    private int depth;

    Branches(Interpreter interpreter, Statements statements) {
        this.reading = interpreter.reading();
        this.statements = statements;
    }

    /// @param rest the statements after it in its block
    /// @return how the block ends, where `rest` has run here; empty where it is still to run
    Optional<Flow> run(Stmt.If branch, PyValue condition, List<Stmt> rest, Scope scope) {
        Map<String, PyValue> before = new LinkedHashMap<>(scope.own());
        Flow then = guarded(branch, condition, true, branch.then(), scope);
        Map<String, PyValue> afterThen = new LinkedHashMap<>(scope.own());
        restore(scope, before);
        Flow otherwise = guarded(branch, condition, false, branch.otherwise(), scope);
        if (isRaise(then)) {
            return leaving(otherwise);
        }
        if (isRaise(otherwise)) {
            restore(scope, afterThen);
            return leaving(then);
        }
        if (then == Flow.ON && otherwise == Flow.ON) {
            merge(scope, condition, afterThen);
            return Optional.empty();
        }
        if (then == Flow.ON) {
            restore(scope, afterThen);
        }
        if (depth >= DEEPEST) {
            return Optional.empty();
        }
        depth++;
        try {
            return Optional.of(diverging(branch, condition, then, otherwise, rest, scope));
        } finally {
            depth--;
        }
    }

    private static Optional<Flow> leaving(Flow flow) {
        return flow == Flow.ON ? Optional.empty() : Optional.of(flow);
    }

    /// At least one branch leaves the block: the rest runs where the other goes on.
    private Flow diverging(Stmt.If branch, PyValue condition, Flow then, Flow otherwise, List<Stmt> rest, Scope scope) {
        Flow whereTrue = then == Flow.ON ? guarded(branch, condition, true, rest, scope) : then;
        Flow whereFalse = otherwise == Flow.ON ? guarded(branch, condition, false, rest, scope) : otherwise;
        if (whereTrue instanceof Flow.Returned(PyValue a) && whereFalse instanceof Flow.Returned(PyValue b)) {
            return new Flow.Returned(choose(condition, a, b));
        }
        // A return of nothing is a guard; the script goes on after it. A value is what the function is for.
        if (whereTrue instanceof Flow.Returned(PyValue a) && isValue(a)) {
            return new Flow.Returned(choose(condition, a, new PyValue.Nothing()));
        }
        if (whereFalse instanceof Flow.Returned(PyValue b) && isValue(b)) {
            return new Flow.Returned(choose(condition, new PyValue.Nothing(), b));
        }
        return Flow.ON;
    }

    private static boolean isValue(PyValue value) {
        return value instanceof Quantity || value instanceof OptimizerValue || value instanceof SchedulerValue;
    }

    private Flow guarded(Stmt.If branch, PyValue condition, boolean holds, List<Stmt> body, Scope scope) {
        reading.enter(new Guard(branch.at(), condition, holds));
        try {
            return statements.block(body, scope);
        } finally {
            reading.leaveGuards(1);
        }
    }

    private static boolean isRaise(Flow flow) {
        return flow instanceof Flow.Left(Stmt.Way way) && way == Stmt.Way.RAISE;
    }

    private static void restore(Scope scope, Map<String, PyValue> names) {
        scope.own().clear();
        scope.own().putAll(names);
    }

    private void merge(Scope scope, PyValue condition, Map<String, PyValue> afterThen) {
        var names = new LinkedHashSet<>(afterThen.keySet());
        names.addAll(scope.own().keySet());
        for (String name : names) {
            PyValue a = afterThen.get(name);
            PyValue b = scope.own().get(name);
            if (a != b) {
                scope.put(name, either(condition, a, b));
            }
        }
    }

    private PyValue either(PyValue condition, @Nullable PyValue a, @Nullable PyValue b) {
        return a == null || b == null ? Objects.requireNonNull(a == null ? b : a) : choose(condition, a, b);
    }

    /// `a if condition else b`.
    PyValue choose(PyValue condition, PyValue a, PyValue b) {
        if (reading.isInFormula() && (a instanceof Unknown || b instanceof Unknown)) {
            return Unknown.of(condition, a, b);
        }
        if (a instanceof Quantity && b instanceof Quantity) {
            if (a.equals(b)) {
                return a;
            }
            return Arithmetic.combine(nodes -> new Node.Conditional(nodes[0], nodes[1], nodes[2]), a, condition, b)
                    .orElseGet(() -> Unknown.of(condition));
        }
        boolean first = !(a instanceof PyValue.Nothing) && !(a instanceof Unknown && !(b instanceof PyValue.Nothing));
        return first ? a : b;
    }
}
