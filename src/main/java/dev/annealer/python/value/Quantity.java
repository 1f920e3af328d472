package dev.annealer.python.value;

import dev.annealer.schedule.expression.ExactEvaluator;
import dev.annealer.schedule.expression.Node;
import dev.annealer.schedule.expression.PythonArithmetic;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A number (`True` is 1), or an expression of a step that is counted.
///
/// @param value null where it depends on the step
/// @param ticker what counts the step; null where the value is known
/// @param size how many nodes the tree has
public record Quantity(Node node, @Nullable Number value, @Nullable Ticker ticker, int size) implements PyValue {
    public static Quantity of(Number value) {
        return new Quantity(new Node.Literal(value), value, null, 1);
    }

    public static Quantity of(long value) {
        return of(PythonArithmetic.of(value));
    }

    public static Quantity truth(boolean value) {
        return of(value ? 1 : 0);
    }

    /// The step itself.
    public static Quantity step(Ticker ticker) {
        return new Quantity(new Node.Step(), null, ticker, 1);
    }

    /// The same number under a name, which an expression may keep.
    public Quantity named(String name) {
        return value == null ? this : new Quantity(new Node.Constant(name, value), value, null, 1);
    }

    public boolean isKnown() {
        return value != null;
    }

    /// As a double; empty where it depends on the step.
    public OptionalDouble number() {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
    }

    /// What the expression gives at `step`; NaN where Python would raise.
    public double at(long step) {
        try {
            return ExactEvaluator.evaluate(node, step).doubleValue();
        } catch (ArithmeticException _) {
            return Double.NaN;
        }
    }
}
