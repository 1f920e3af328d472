package dev.annealer.schedule.expression;

import dev.annealer.schedule.expression.Node.Binary;
import dev.annealer.schedule.expression.Node.Call;
import dev.annealer.schedule.expression.Node.Comparison;
import dev.annealer.schedule.expression.Node.ComparisonOperator;
import dev.annealer.schedule.expression.Node.Conditional;
import dev.annealer.schedule.expression.Node.Constant;
import dev.annealer.schedule.expression.Node.Literal;
import dev.annealer.schedule.expression.Node.Logical;
import dev.annealer.schedule.expression.Node.Step;
import dev.annealer.schedule.expression.Node.Unary;
import dev.annealer.schedule.expression.StaticType.Int;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongUnaryOperator;

/// Evaluates in longs and doubles what is known to fit them: bit for bit what {@link ExactEvaluator} gives, some fifty times
/// as fast.
final class FastEvaluator {
    private final Node root;
    private final LongToDoubleFunction code;

    private FastEvaluator(Node root) {
        this.root = root;
        this.code = real(root);
    }

    /// Empty where some int may outgrow a long.
    static Optional<FastEvaluator> of(Node root) {
        return StaticType.of(root).map(_ -> new FastEvaluator(root));
    }

    /// @throws ArithmeticException where Python raises
    double at(long step) {
        try {
            return code.applyAsDouble(step);
        } catch (OutgrownException _) {
            return PythonArithmetic.toDouble(ExactEvaluator.evaluate(root, step));
        }
    }

    /// A float that was made whole is larger than was taken for granted.
    private static final class OutgrownException extends RuntimeException {
        private static final long serialVersionUID = 1;
        static final OutgrownException INSTANCE = new OutgrownException();

        private OutgrownException() {
            super(null, null, false, false);
        }
    }

    private static boolean isInt(Node node) {
        return StaticType.of(node).orElseThrow() instanceof Int;
    }

    private static LongToDoubleFunction real(Node node) {
        if (isInt(node)) {
            LongUnaryOperator whole = whole(node);
            return step -> whole.applyAsLong(step);
        }
        return switch (node) {
            case Literal(Number value) -> constant(value.doubleValue());
            case Constant(_, Number value) -> constant(value.doubleValue());
            case Step() -> step -> step;
            case Unary unary -> {
                LongToDoubleFunction operand = real(unary.operand());
                yield unary.operator() == Node.UnaryOperator.MINUS ? step -> -operand.applyAsDouble(step) : operand;
            }
            case Binary(var operator, Node left, Node right) -> realBinary(operator, real(left), real(right));
            case Comparison comparison -> throw new AssertionError("a comparison is an int: " + comparison);
            case Logical(boolean isAnd, Node left, Node right) -> {
                LongToDoubleFunction first = real(left);
                LongToDoubleFunction second = real(right);
                yield step -> {
                    double value = first.applyAsDouble(step);
                    return (value != 0) == isAnd ? second.applyAsDouble(step) : value;
                };
            }
            case Conditional(Node then, Node condition, Node otherwise) -> {
                LongPredicate test = truth(condition);
                LongToDoubleFunction first = real(then);
                LongToDoubleFunction second = real(otherwise);
                yield step -> test.test(step) ? first.applyAsDouble(step) : second.applyAsDouble(step);
            }
            case Call(Function function, List<Node> arguments) -> realCall(function, arguments);
        };
    }

    private static LongToDoubleFunction constant(double value) {
        return _ -> value;
    }

    private static LongToDoubleFunction realBinary(
            Node.BinaryOperator operator, LongToDoubleFunction left, LongToDoubleFunction right) {
        return switch (operator) {
            case ADD -> step -> left.applyAsDouble(step) + right.applyAsDouble(step);
            case SUBTRACT -> step -> left.applyAsDouble(step) - right.applyAsDouble(step);
            case MULTIPLY -> step -> left.applyAsDouble(step) * right.applyAsDouble(step);
            case DIVIDE -> step -> {
                double dividend = left.applyAsDouble(step);
                double divisor = right.applyAsDouble(step);
                if (divisor == 0) {
                    throw new ArithmeticException("division by zero");
                }
                return dividend / divisor;
            };
            case FLOOR_DIVIDE -> step ->
                PythonArithmetic.floorDivide(left.applyAsDouble(step), right.applyAsDouble(step));
            case MODULO -> step -> PythonArithmetic.modulo(left.applyAsDouble(step), right.applyAsDouble(step));
            case POWER -> step -> PythonArithmetic.power(left.applyAsDouble(step), right.applyAsDouble(step));
        };
    }

    private static LongToDoubleFunction realCall(Function function, List<Node> arguments) {
        LongToDoubleFunction first = real(arguments.getFirst());
        return switch (function) {
            case MIN -> least(arguments, true);
            case MAX -> least(arguments, false);
            case ABS -> step -> Math.abs(first.applyAsDouble(step));
            case FLOAT -> first;
            case ROUND -> {
                LongUnaryOperator digits = whole(arguments.get(1));
                yield step -> PythonArithmetic.round(
                                first.applyAsDouble(step), PythonArithmetic.of(digits.applyAsLong(step)))
                        .doubleValue();
            }
            case POW -> realBinary(Node.BinaryOperator.POWER, first, real(arguments.get(1)));
            case MATH_POW -> {
                LongToDoubleFunction second = real(arguments.get(1));
                yield step -> PythonArithmetic.mathPow(first.applyAsDouble(step), second.applyAsDouble(step));
            }
            case SQRT -> step -> PythonArithmetic.sqrt(first.applyAsDouble(step));
            case EXP -> step -> PythonArithmetic.exp(first.applyAsDouble(step));
            case LOG -> log(arguments);
            case LOG2 -> step -> PythonArithmetic.log2(first.applyAsDouble(step));
            case LOG10 -> step -> PythonArithmetic.log10(first.applyAsDouble(step));
            case COS -> step -> PythonArithmetic.cos(first.applyAsDouble(step));
            case SIN -> step -> PythonArithmetic.sin(first.applyAsDouble(step));
            case TAN -> step -> PythonArithmetic.tan(first.applyAsDouble(step));
            case TANH -> step -> Math.tanh(first.applyAsDouble(step));
            case INT, FLOOR, CEIL -> throw new AssertionError("an int: " + function);
        };
    }

    private static LongToDoubleFunction log(List<Node> arguments) {
        LongToDoubleFunction of = real(arguments.getFirst());
        if (arguments.size() == 1) {
            return step -> PythonArithmetic.log(of.applyAsDouble(step));
        }
        LongToDoubleFunction base = real(arguments.get(1));
        return step -> PythonArithmetic.log(of.applyAsDouble(step), base.applyAsDouble(step)).doubleValue();
    }

    private static LongToDoubleFunction least(List<Node> arguments, boolean isMin) {
        LongToDoubleFunction[] values = arguments.stream().map(FastEvaluator::real).toArray(LongToDoubleFunction[]::new);
        return step -> {
            double best = values[0].applyAsDouble(step);
            for (int i = 1; i < values.length; i++) {
                double value = values[i].applyAsDouble(step);
                best = (isMin ? value < best : best < value) ? value : best;
            }
            return best;
        };
    }

    private static LongPredicate truth(Node node) {
        if (node instanceof Comparison comparison) {
            return comparison(comparison);
        }
        if (isInt(node)) {
            LongUnaryOperator whole = whole(node);
            return step -> whole.applyAsLong(step) != 0;
        }
        LongToDoubleFunction real = real(node);
        return step -> real.applyAsDouble(step) != 0;
    }

    private static LongPredicate comparison(Comparison comparison) {
        LongToDoubleFunction[] operands =
                comparison.operands().stream().map(FastEvaluator::real).toArray(LongToDoubleFunction[]::new);
        var operators = new ArrayList<>(comparison.operators());
        return step -> {
            double left = operands[0].applyAsDouble(step);
            for (int i = 0; i < operators.size(); i++) {
                double right = operands[i + 1].applyAsDouble(step);
                if (!compares(operators.get(i), left, right)) {
                    return false;
                }
                left = right;
            }
            return true;
        };
    }

    private static boolean compares(ComparisonOperator operator, double left, double right) {
        return switch (operator) {
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case GREATER_OR_EQUAL -> left >= right;
            case GREATER -> left > right;
        };
    }

    private static LongUnaryOperator whole(Node node) {
        return switch (node) {
            case Literal(Number value) -> constant(value.longValue());
            case Constant(_, Number value) -> constant(value.longValue());
            case Step() -> step -> step;
            case Unary unary -> wholeUnary(unary);
            case Binary(var operator, Node left, Node right) -> wholeBinary(operator, whole(left), whole(right));
            case Comparison comparison -> {
                LongPredicate holds = comparison(comparison);
                yield step -> holds.test(step) ? 1 : 0;
            }
            case Logical(boolean isAnd, Node left, Node right) -> {
                LongUnaryOperator first = whole(left);
                LongUnaryOperator second = whole(right);
                yield step -> {
                    long value = first.applyAsLong(step);
                    return (value != 0) == isAnd ? second.applyAsLong(step) : value;
                };
            }
            case Conditional(Node then, Node condition, Node otherwise) -> {
                LongPredicate test = truth(condition);
                LongUnaryOperator first = whole(then);
                LongUnaryOperator second = whole(otherwise);
                yield step -> test.test(step) ? first.applyAsLong(step) : second.applyAsLong(step);
            }
            case Call(Function function, List<Node> arguments) -> wholeCall(function, arguments);
        };
    }

    private static LongUnaryOperator constant(long value) {
        return _ -> value;
    }

    private static LongUnaryOperator wholeUnary(Unary unary) {
        if (unary.operator() == Node.UnaryOperator.NOT) {
            LongPredicate truth = truth(unary.operand());
            return step -> truth.test(step) ? 0 : 1;
        }
        LongUnaryOperator operand = whole(unary.operand());
        return unary.operator() == Node.UnaryOperator.MINUS ? step -> -operand.applyAsLong(step) : operand;
    }

    private static LongUnaryOperator wholeBinary(
            Node.BinaryOperator operator, LongUnaryOperator left, LongUnaryOperator right) {
        return switch (operator) {
            case ADD -> step -> left.applyAsLong(step) + right.applyAsLong(step);
            case SUBTRACT -> step -> left.applyAsLong(step) - right.applyAsLong(step);
            case MULTIPLY -> step -> left.applyAsLong(step) * right.applyAsLong(step);
            case FLOOR_DIVIDE -> step -> Math.floorDiv(left.applyAsLong(step), divisor(right.applyAsLong(step)));
            case MODULO -> step -> Math.floorMod(left.applyAsLong(step), divisor(right.applyAsLong(step)));
            case POWER -> step -> power(left.applyAsLong(step), right.applyAsLong(step));
            case DIVIDE -> throw new AssertionError("a quotient is a float");
        };
    }

    private static long divisor(long value) {
        if (value == 0) {
            throw new ArithmeticException("division by zero");
        }
        return value;
    }

    private static long power(long base, long exponent) {
        if (base == 0 || base == 1) {
            return exponent == 0 ? 1 : base;
        }
        if (base == -1) {
            return exponent % 2 == 0 ? 1 : -1;
        }
        long result = 1;
        for (long i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }

    private static LongUnaryOperator wholeCall(Function function, List<Node> arguments) {
        Node only = arguments.getFirst();
        return switch (function) {
            case MIN -> leastWhole(arguments, true);
            case MAX -> leastWhole(arguments, false);
            case ABS -> {
                LongUnaryOperator first = whole(only);
                yield step -> Math.abs(first.applyAsLong(step));
            }
            case POW -> wholeBinary(Node.BinaryOperator.POWER, whole(only), whole(arguments.get(1)));
            case ROUND, INT, FLOOR, CEIL -> isInt(only) ? whole(only) : madeWhole(function, real(only));
            case FLOAT, MATH_POW, SQRT, EXP, LOG, LOG2, LOG10, COS, SIN, TAN, TANH ->
                throw new AssertionError("a float: " + function);
        };
    }

    private static LongUnaryOperator madeWhole(Function function, LongToDoubleFunction value) {
        return switch (function) {
            case ROUND -> step -> inRange(Math.rint(value.applyAsDouble(step)));
            case FLOOR -> step -> inRange(Math.floor(value.applyAsDouble(step)));
            case CEIL -> step -> inRange(Math.ceil(value.applyAsDouble(step)));
            default -> step -> inRange(value.applyAsDouble(step));
        };
    }

    private static long inRange(double value) {
        if (!(Math.abs(value) <= StaticType.LARGEST_WHOLE)) {
            throw OutgrownException.INSTANCE;
        }
        return (long) value;
    }

    private static LongUnaryOperator leastWhole(List<Node> arguments, boolean isMin) {
        LongUnaryOperator[] values = arguments.stream().map(FastEvaluator::whole).toArray(LongUnaryOperator[]::new);
        return step -> {
            long best = values[0].applyAsLong(step);
            for (int i = 1; i < values.length; i++) {
                long value = values[i].applyAsLong(step);
                best = isMin ? Math.min(best, value) : Math.max(best, value);
            }
            return best;
        };
    }
}
