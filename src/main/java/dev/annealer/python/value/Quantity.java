package dev.annealer.python.value;

import dev.annealer.schedule.expression.ExactEvaluator;
import dev.annealer.schedule.expression.Node;
import dev.annealer.schedule.expression.PythonArithmetic;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A number (`True` is 1), or an expression of a step that is counted.
///
/// @param value null where it depends on the step
/// @param ticker what counts the step; null where the value is known
/// @param size how many nodes the tree has
public record Quantity(Node node, @Nullable Number value, @Nullable Ticker ticker, int size) implements PyValue {
    private static final long MOST_STEPS = 1L << 40;

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

    /// The first step at which a condition holds; empty where it never does. A condition on a counter changes once, so that the
    /// place is found by halving.
    public OptionalLong firstTrue() {
        return first(true);
    }

    /// The first step at which it no longer holds; empty where it holds for ever.
    public OptionalLong firstFalse() {
        return first(false);
    }

    private OptionalLong first(boolean wanted) {
        if (holds(0) == wanted) {
            return OptionalLong.of(0);
        }
        long high = 1;
        while (high < MOST_STEPS && holds(high) != wanted) {
            high *= 2;
        }
        long low = high / 2;
        while (high < MOST_STEPS && low + 1 < high) {
            long middle = (low + high) >>> 1;
            if (holds(middle) == wanted) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high < MOST_STEPS ? OptionalLong.of(high) : OptionalLong.empty();
    }

    private boolean holds(long step) {
        double value = at(step);
        return value != 0 && !Double.isNaN(value);
    }
}
