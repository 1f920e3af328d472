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
import dev.annealer.schedule.expression.StaticType.Int;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// Evaluates many steps at once, one operation after the other over arrays of doubles: bit for bit what {@link FastEvaluator} gives,
/// several times as fast.
///
/// Ints are doubles here, too, which are exact within 2^53. A block in which anything raises at any step is refused as a whole: which
/// steps it is about is for whoever evaluates them one by one.
final class BlockEvaluator {
    private final Code code;

    private BlockEvaluator(Code code) {
        this.code = code;
    }

    /// Sets the first elements of `out` to the values of the block's steps.
    private interface Code {
        void run(Block block, double[] out);
    }

    /// An expression that isn't computed in arrays.
    private static final class UnsuitableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnsuitableException() {
            super(null, null, false, false);
        }
    }

    /// Empty where some int may outgrow a double, or an int is raised to a power that is not constant.
    static Optional<BlockEvaluator> of(Node root) {
        try {
            return Optional.of(new BlockEvaluator(code(root)));
        } catch (UnsuitableException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    /// @throws ArithmeticException where Python would raise at some step of the block, or might
    void evaluate(Block block, double[] out) {
        code.run(block, out);
    }

    private static boolean isInt(Node node) {
        StaticType type = StaticType.of(node).orElseThrow(UnsuitableException::new);
        if (!type.isExactAsDouble()) {
            throw new UnsuitableException();
        }
        return type instanceof Int;
    }

    private static boolean isConstant(Node node) {
        return switch (node) {
            case Literal _, Constant _ -> true;
            case Step _ -> false;
            case Unary unary -> isConstant(unary.operand());
            case Binary binary -> isConstant(binary.left()) && isConstant(binary.right());
            case Comparison comparison -> comparison.operands().stream().allMatch(BlockEvaluator::isConstant);
            case Logical logical -> isConstant(logical.left()) && isConstant(logical.right());
            case Conditional(Node then, Node condition, Node otherwise) ->
                isConstant(then) && isConstant(condition) && isConstant(otherwise);
            case Call call -> call.arguments().stream().allMatch(BlockEvaluator::isConstant);
        };
    }

    private static Code code(Node node) {
        boolean isInt = isInt(node);
        if (isConstant(node)) {
            return constant(PythonArithmetic.toDouble(ExactEvaluator.evaluate(node, 0)));
        }
        return switch (node) {
            case Literal _, Constant _ -> throw new AssertionError("a constant: " + node);
            case Step() -> (block, out) -> {
                double first = block.first();
                for (int i = 0; i < block.count(); i++) {
                    out[i] = first + i;
                }
            };
            case Unary unary -> unary(unary, isInt);
            case Binary(var operator, Node left, Node right) -> binary(operator, left, right, isInt);
            case Comparison comparison -> comparison(comparison);
            case Logical logical -> logical(logical);
            case Conditional conditional -> conditional(conditional);
            case Call(Function function, List<Node> arguments) -> call(function, arguments, isInt);
        };
    }

    private static Code constant(double value) {
        return (block, out) -> Arrays.fill(out, 0, block.count(), value);
    }

    private static Code each(Code operand, DoubleUnaryOperator operator) {
        return (block, out) -> {
            operand.run(block, out);
            ArrayArithmetic.each(out, block.count(), operator);
        };
    }

    private static Code both(Code left, Code right, ArrayArithmetic.Operation operation) {
        return (block, out) -> {
            left.run(block, out);
            double[] second = block.borrow();
            right.run(block, second);
            operation.apply(out, second, block.count());
            block.giveBack(second);
        };
    }

    private static Code unary(Unary unary, boolean isInt) {
        Code operand = code(unary.operand());
        return switch (unary.operator()) {
            case PLUS -> operand;
            case MINUS -> isInt ? each(operand, value -> 0 - value) : each(operand, value -> -value);
            case NOT -> each(operand, value -> value == 0 ? 1 : 0);
        };
    }

    private static Code binary(Node.BinaryOperator operator, Node left, Node right, boolean isInt) {
        Code first = isInt ? code(left) : operand(left);
        Code second = isInt ? code(right) : operand(right);
        return switch (operator) {
            case ADD -> both(first, second, ArrayArithmetic::add);
            case SUBTRACT -> both(first, second, ArrayArithmetic::subtract);
            case MULTIPLY -> both(first, second, isInt ? ArrayArithmetic::multiplyInts : ArrayArithmetic::multiply);
            case DIVIDE -> both(first, second, ArrayArithmetic::divide);
            case FLOOR_DIVIDE -> both(first, second, isInt
                    ? ArrayArithmetic::floorDivideInts
                    : ArrayArithmetic.eachWith(PythonArithmetic::floorDivide));
            case MODULO -> both(first, second, isInt
                    ? ArrayArithmetic::moduloOfInts
                    : ArrayArithmetic.eachWith(PythonArithmetic::modulo));
            case POWER -> isInt
                    ? intPower(first, right)
                    : both(first, second, ArrayArithmetic::power);
        };
    }

    /// What is computed with as a float. An int beyond 2^53 is, too, where it is one operation on exact ones: its rounding is
    /// the one that makes a float of it.
    private static Code operand(Node node) {
        boolean isExact = StaticType.of(node).orElseThrow(UnsuitableException::new).isExactAsDouble();
        return switch (node) {
            case Binary(var operator, Node left, Node right) when !isExact && isRoundedOnce(operator, right) ->
                binary(operator, left, right, true);
            default -> code(node);
        };
    }

    private static boolean isRoundedOnce(Node.BinaryOperator operator, Node right) {
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY -> true;
            case POWER -> right instanceof Literal(Number value) && value.equals(BigInteger.TWO);
            case DIVIDE, FLOOR_DIVIDE, MODULO -> false;
        };
    }

    /// By products, none of which is beyond the greatest.
    private static Code intPower(Code base, Node exponent) {
        if (!(StaticType.of(exponent).orElseThrow(UnsuitableException::new) instanceof Int(long low, long high)) || low != high) {
            throw new UnsuitableException();
        }
        if (low == 0) {
            return constant(1);
        }
        return (block, out) -> {
            base.run(block, out);
            double[] factor = block.borrow();
            System.arraycopy(out, 0, factor, 0, block.count());
            for (long i = 1; i < low; i++) {
                ArrayArithmetic.multiplyInts(out, factor, block.count());
            }
            block.giveBack(factor);
        };
    }

    private static Code comparison(Comparison comparison) {
        List<Code> operands = comparison.operands().stream().map(BlockEvaluator::code).toList();
        Code all = null;
        for (int i = 0; i < comparison.operators().size(); i++) {
            var operator = comparison.operators().get(i);
            Code holds = both(operands.get(i), operands.get(i + 1), (a, b, count) ->
                    ArrayArithmetic.compare(a, b, count, operator));
            all = all == null ? holds : both(all, holds, ArrayArithmetic::multiply);
        }
        return all;
    }

    private static Code logical(Logical logical) {
        Code left = code(logical.left());
        Code right = code(logical.right());
        boolean isAnd = logical.isAnd();
        return (block, out) -> {
            left.run(block, out);
            int count = block.count();
            int trues = ArrayArithmetic.countTrue(out, count);
            if (trues == (isAnd ? 0 : count)) {
                return;
            }
            double[] second = block.borrow();
            right.run(block, second);
            for (int i = 0; i < count; i++) {
                out[i] = (out[i] != 0) == isAnd ? second[i] : out[i];
            }
            block.giveBack(second);
        };
    }

    private static Code conditional(Conditional conditional) {
        Code condition = code(conditional.condition());
        Code then = code(conditional.then());
        Code otherwise = code(conditional.otherwise());
        return (block, out) -> {
            double[] truth = block.borrow();
            condition.run(block, truth);
            int count = block.count();
            int trues = ArrayArithmetic.countTrue(truth, count);
            (trues == 0 ? otherwise : then).run(block, out);
            if (trues != 0 && trues != count) {
                double[] other = block.borrow();
                otherwise.run(block, other);
                for (int i = 0; i < count; i++) {
                    out[i] = truth[i] != 0 ? out[i] : other[i];
                }
                block.giveBack(other);
            }
            block.giveBack(truth);
        };
    }

    private static Code call(Function function, List<Node> arguments, boolean isInt) {
        Node first = arguments.getFirst();
        return switch (function) {
            case MIN -> joined(arguments, ArrayArithmetic::min);
            case MAX -> joined(arguments, ArrayArithmetic::max);
            case POW -> binary(Node.BinaryOperator.POWER, first, arguments.get(1), isInt);
            case MATH_POW -> both(code(first), code(arguments.get(1)), ArrayArithmetic.eachWith(PythonArithmetic::mathPow));
            case LOG -> arguments.size() == 1
                    ? each(code(first), PythonArithmetic::log)
                    : joined(arguments, ArrayArithmetic.eachWith((a, base) -> PythonArithmetic.log(a, base).doubleValue()));
            case ROUND -> arguments.size() == 1 ? whole(first, Math::rint) : rounded(first, arguments.get(1));
            case FLOOR -> whole(first, Math::floor);
            case CEIL -> whole(first, Math::ceil);
            case INT -> whole(first, value -> value < 0 ? Math.ceil(value) : Math.floor(value));
            case FLOAT -> code(first);
            case ABS -> each(code(first), Math::abs);
            case SQRT -> each(code(first), PythonArithmetic::sqrt);
            case EXP -> each(code(first), PythonArithmetic::exp);
            case LOG2 -> each(code(first), PythonArithmetic::log2);
            case LOG10 -> each(code(first), PythonArithmetic::log10);
            case COS -> each(code(first), PythonArithmetic::cos);
            case SIN -> each(code(first), PythonArithmetic::sin);
            case TAN -> each(code(first), PythonArithmetic::tan);
            case TANH -> each(code(first), Math::tanh);
        };
    }

    private static Code joined(List<Node> arguments, ArrayArithmetic.Operation operation) {
        return arguments.stream()
                .map(BlockEvaluator::code)
                .reduce((left, right) -> both(left, right, operation))
                .orElseThrow();
    }

    private static Code rounded(Node number, Node digits) {
        return both(code(number), code(digits), ArrayArithmetic.eachWith((value, places) ->
                PythonArithmetic.round(value, PythonArithmetic.of((long) places)).doubleValue()));
    }

    private static Code whole(Node number, DoubleUnaryOperator rounding) {
        return isInt(number) ? code(number) : each(code(number), value -> inRange(rounding.applyAsDouble(value)));
    }

    private static double inRange(double whole) {
        if (!(Math.abs(whole) <= StaticType.LARGEST_WHOLE)) {
            throw new ArithmeticException("a whole number larger than is computed here");
        }
        return whole + 0.0;
    }
}
