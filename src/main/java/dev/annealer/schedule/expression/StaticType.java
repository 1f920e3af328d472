package dev.annealer.schedule.expression;

import dev.annealer.schedule.expression.Node.Binary;
import dev.annealer.schedule.expression.Node.Call;
import dev.annealer.schedule.expression.Node.Comparison;
import dev.annealer.schedule.expression.Node.Conditional;
import dev.annealer.schedule.expression.Node.Constant;
import dev.annealer.schedule.expression.Node.Literal;
import dev.annealer.schedule.expression.Node.Logical;
import dev.annealer.schedule.expression.Node.Step;
import dev.annealer.schedule.expression.Node.Unary;
import java.math.BigInteger;
import java.util.Optional;

/// What is known of a node's value for every step up to {@link #LAST_STEP}, without running it.
///
/// Where one branch of a node is an int and the other a float, the whole counts as a float: the ints are small enough to be
/// exact as doubles.
public sealed interface StaticType {
    /// An int in [low, high], which fits a long.
    record Int(long low, long high) implements StaticType {}

    record Float() implements StaticType {}

    /// What is known of ints holds for steps up to this one.
    long LAST_STEP = 1_000_000_000;

    /// A long that is exact as a double.
    long EXACT = 1L << 53;
    /// Sums and differences of two still fit a long.
    long LARGEST = 1L << 61;

    /// A float made whole is taken to lie in this range; whoever computes with it has to check.
    long LARGEST_WHOLE = 1L << 31;

    StaticType FLOAT = new Float();
    StaticType WHOLE_OF_FLOAT = new Int(-LARGEST_WHOLE, LARGEST_WHOLE);
    StaticType TRUTH = new Int(0, 1);

    /// Empty where ints may grow beyond a long, or beyond what a double holds exactly where Python does not round them to one.
    static Optional<StaticType> of(Node node) {
        return switch (node) {
            case Literal(Number value) -> ofNumber(value);
            case Constant(_, Number value) -> ofNumber(value);
            case Step() -> interval(0, LAST_STEP);
            case Unary unary -> of(unary.operand()).flatMap(operand -> ofUnary(unary.operator(), operand));
            case Binary(var operator, Node left, Node right) ->
                of(left).flatMap(a -> of(right).flatMap(b -> ofBinary(operator, a, b)));
            case Comparison comparison -> comparison.operands().stream()
                            .map(StaticType::of)
                            .allMatch(type -> type.isPresent() && type.get().isExactAsDouble())
                    ? Optional.of(TRUTH)
                    : Optional.empty();
            case Logical(_, Node left, Node right) -> of(left).flatMap(a -> of(right).flatMap(b -> join(a, b)));
            case Conditional(Node then, Node condition, Node otherwise) ->
                of(condition).flatMap(_ -> of(then).flatMap(a -> of(otherwise).flatMap(b -> join(a, b))));
            case Call call -> ofCall(call);
        };
    }

    /// Whether the value is a float, or an int that becomes a double without rounding.
    default boolean isExactAsDouble() {
        return !(this instanceof Int(long low, long high)) || low >= -EXACT && high <= EXACT;
    }

    private static Optional<StaticType> ofNumber(Number value) {
        if (value instanceof BigInteger big) {
            return big.bitLength() < 62 ? interval(big.longValue(), big.longValue()) : Optional.empty();
        }
        return Optional.of(FLOAT);
    }

    private static Optional<StaticType> interval(double low, double high) {
        return low >= -LARGEST && high <= LARGEST ? Optional.of(new Int((long) low, (long) high)) : Optional.empty();
    }

    private static Optional<StaticType> interval(long low, long high) {
        return low >= -LARGEST && high <= LARGEST ? Optional.of(new Int(low, high)) : Optional.empty();
    }

    private static Optional<StaticType> floatOf(StaticType... operands) {
        for (StaticType operand : operands) {
            if (!operand.isExactAsDouble()) {
                return Optional.empty();
            }
        }
        return Optional.of(FLOAT);
    }

    private static Optional<StaticType> join(StaticType a, StaticType b) {
        return a instanceof Int(long low, long high) && b instanceof Int(long otherLow, long otherHigh)
                ? interval(Math.min(low, otherLow), Math.max(high, otherHigh))
                : floatOf(a, b);
    }

    private static Optional<StaticType> ofUnary(Node.UnaryOperator operator, StaticType operand) {
        return switch (operator) {
            case PLUS -> Optional.of(operand);
            case MINUS -> operand instanceof Int(long low, long high) ? interval(-high, -low) : Optional.of(FLOAT);
            case NOT -> Optional.of(TRUTH);
        };
    }

    private static Optional<StaticType> ofBinary(Node.BinaryOperator operator, StaticType a, StaticType b) {
        if (!(a instanceof Int x) || !(b instanceof Int y)) {
            return Optional.of(FLOAT); // Beside a float an int is rounded to one, by Python as by Java.
        }
        return switch (operator) {
            case ADD -> interval(x.low + y.low, x.high + y.high);
            case SUBTRACT -> interval(x.low - y.high, x.high - y.low);
            case MULTIPLY -> product(x, y);
            case DIVIDE -> floatOf(a, b);
            case FLOOR_DIVIDE -> interval(-magnitude(x) - 1, magnitude(x));
            case MODULO -> interval(Math.min(0, y.low), Math.max(0, y.high));
            case POWER -> power(x, y);
        };
    }

    private static long magnitude(Int type) {
        return Math.max(Math.abs(type.low), Math.abs(type.high));
    }

    private static Optional<StaticType> product(Int x, Int y) {
        double[] corners = {
            (double) x.low * y.low, (double) x.low * y.high, (double) x.high * y.low, (double) x.high * y.high
        };
        double low = Math.min(Math.min(corners[0], corners[1]), Math.min(corners[2], corners[3]));
        double high = Math.max(Math.max(corners[0], corners[1]), Math.max(corners[2], corners[3]));
        return interval(low, high);
    }

    private static Optional<StaticType> power(Int x, Int y) {
        if (y.high < 0) {
            return floatOf(x, y);
        }
        if (y.low < 0) {
            return Optional.empty();
        }
        double largest = Math.max(1, Math.pow(magnitude(x), y.high));
        return interval(x.low < 0 ? -largest : 0, largest);
    }

    private static Optional<StaticType> ofCall(Call call) {
        Optional<StaticType> joined = Optional.empty();
        for (Node argument : call.arguments()) {
            Optional<StaticType> type = of(argument);
            if (type.isEmpty() || !type.get().isExactAsDouble()) {
                return Optional.empty();
            }
            joined = joined.isEmpty() ? type : join(joined.get(), type.get());
        }
        StaticType first = of(call.arguments().getFirst()).orElseThrow();
        return switch (call.function()) {
            case MIN, MAX -> joined;
            case ABS -> first instanceof Int integer ? interval(0L, magnitude(integer)) : Optional.of(FLOAT);
            case ROUND, INT, FLOOR, CEIL -> call.arguments().size() == 1 ? wholeOf(first) : roundedToDigits(call, first);
            case POW -> ofBinary(
                    Node.BinaryOperator.POWER, first, of(call.arguments().get(1)).orElseThrow());
            case FLOAT, MATH_POW, SQRT, EXP, LOG, LOG2, LOG10, COS, SIN, TAN, TANH -> Optional.of(FLOAT);
        };
    }

    private static Optional<StaticType> wholeOf(StaticType first) {
        return first instanceof Int ? Optional.of(first) : Optional.of(WHOLE_OF_FLOAT);
    }

    private static Optional<StaticType> roundedToDigits(Call call, StaticType first) {
        boolean digitsAreInt = of(call.arguments().get(1)).orElseThrow() instanceof Int;
        return first instanceof Float && digitsAreInt ? Optional.of(FLOAT) : Optional.empty();
    }
}
