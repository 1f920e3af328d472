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
import java.util.List;

/// Evaluates a tree as Python does, whatever the sizes of its numbers.
public final class ExactEvaluator {
    private ExactEvaluator() {}

    /// @throws ArithmeticException where Python raises
    public static Number evaluate(Node node, long step) {
        return switch (node) {
            case Literal(Number value) -> value;
            case Constant(_, Number value) -> value;
            case Step() -> PythonArithmetic.of(step);
            case Unary unary -> unary(unary, step);
            case Binary(var operator, Node left, Node right) ->
                binary(operator, evaluate(left, step), evaluate(right, step));
            case Comparison comparison -> PythonArithmetic.truth(compares(comparison, step));
            case Logical(boolean isAnd, Node left, Node right) -> {
                Number first = evaluate(left, step);
                yield PythonArithmetic.isTrue(first) == isAnd ? evaluate(right, step) : first;
            }
            case Conditional(Node then, Node condition, Node otherwise) ->
                evaluate(PythonArithmetic.isTrue(evaluate(condition, step)) ? then : otherwise, step);
            case Call(Function function, List<Node> arguments) ->
                call(function, arguments.stream().map(argument -> evaluate(argument, step)).toArray(Number[]::new));
        };
    }

    private static Number unary(Unary unary, long step) {
        Number operand = evaluate(unary.operand(), step);
        return switch (unary.operator()) {
            case PLUS -> operand;
            case MINUS -> PythonArithmetic.negate(operand);
            case NOT -> PythonArithmetic.truth(!PythonArithmetic.isTrue(operand));
        };
    }

    private static Number binary(Node.BinaryOperator operator, Number left, Number right) {
        return switch (operator) {
            case ADD -> PythonArithmetic.add(left, right);
            case SUBTRACT -> PythonArithmetic.subtract(left, right);
            case MULTIPLY -> PythonArithmetic.multiply(left, right);
            case DIVIDE -> PythonArithmetic.divide(left, right);
            case FLOOR_DIVIDE -> PythonArithmetic.floorDivide(left, right);
            case MODULO -> PythonArithmetic.modulo(left, right);
            case POWER -> PythonArithmetic.power(left, right);
        };
    }

    /// Each operand is evaluated once, and none after the first comparison that fails.
    private static boolean compares(Comparison comparison, long step) {
        Number left = evaluate(comparison.operands().getFirst(), step);
        for (int i = 0; i < comparison.operators().size(); i++) {
            Number right = evaluate(comparison.operands().get(i + 1), step);
            if (!compares(comparison.operators().get(i), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private static boolean compares(ComparisonOperator operator, Number left, Number right) {
        return switch (operator) {
            case LESS -> PythonArithmetic.less(left, right);
            case LESS_OR_EQUAL -> PythonArithmetic.lessOrEqual(left, right);
            case EQUAL -> PythonArithmetic.equal(left, right);
            case NOT_EQUAL -> !PythonArithmetic.equal(left, right);
            case GREATER_OR_EQUAL -> PythonArithmetic.lessOrEqual(right, left);
            case GREATER -> PythonArithmetic.less(right, left);
        };
    }

    private static Number call(Function function, Number[] arguments) {
        Number first = arguments[0];
        return switch (function) {
            case MIN -> PythonArithmetic.min(arguments);
            case MAX -> PythonArithmetic.max(arguments);
            case ABS -> PythonArithmetic.abs(first);
            case ROUND -> arguments.length == 1
                    ? PythonArithmetic.round(first)
                    : PythonArithmetic.round(first, arguments[1]);
            case INT -> PythonArithmetic.toInt(first);
            case FLOAT -> PythonArithmetic.toDouble(first);
            case POW -> PythonArithmetic.power(first, arguments[1]);
            case MATH_POW -> PythonArithmetic.mathPow(
                    PythonArithmetic.toDouble(first), PythonArithmetic.toDouble(arguments[1]));
            case SQRT -> PythonArithmetic.sqrt(PythonArithmetic.toDouble(first));
            case EXP -> PythonArithmetic.exp(PythonArithmetic.toDouble(first));
            case LOG -> arguments.length == 1
                    ? (Number) PythonArithmetic.log(first)
                    : PythonArithmetic.log(first, arguments[1]);
            case LOG2 -> PythonArithmetic.log2(first);
            case LOG10 -> PythonArithmetic.log10(first);
            case COS -> PythonArithmetic.cos(PythonArithmetic.toDouble(first));
            case SIN -> PythonArithmetic.sin(PythonArithmetic.toDouble(first));
            case TAN -> PythonArithmetic.tan(PythonArithmetic.toDouble(first));
            case TANH -> Math.tanh(PythonArithmetic.toDouble(first));
            case FLOOR -> PythonArithmetic.floor(first);
            case CEIL -> PythonArithmetic.ceil(first);
        };
    }
}
