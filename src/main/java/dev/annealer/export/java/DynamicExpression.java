package dev.annealer.export.java;

import dev.annealer.schedule.expression.Node.Binary;
import dev.annealer.schedule.expression.Node.Call;
import dev.annealer.schedule.expression.Node.Comparison;
import dev.annealer.schedule.expression.Node.Conditional;
import dev.annealer.schedule.expression.Node.Constant;
import dev.annealer.schedule.expression.Node.Literal;
import dev.annealer.schedule.expression.Node.Logical;
import dev.annealer.schedule.expression.Node.Step;
import dev.annealer.schedule.expression.Node.Unary;
import dev.annealer.schedule.expression.Node;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Prints any expression as calls of `PythonArithmetic`, each a `Number`: for those whose ints may outgrow a `long`, or whose
/// type depends on the step.
final class DynamicExpression {
    private static final String ARITHMETIC = "PythonArithmetic.";

    private DynamicExpression() {}

    static String print(Node node) {
        return switch (node) {
            case Literal(Number value) -> number(value);
            case Constant(_, Number value) -> number(value);
            case Step _ -> ARITHMETIC + "of(step)";
            case Unary(var operator, Node operand) ->
                switch (operator) {
                    case PLUS -> print(operand);
                    case MINUS -> ARITHMETIC + "negate(" + print(operand) + ")";
                    case NOT -> ARITHMETIC + "truth(!" + truth(operand) + ")";
                };
            case Binary(var operator, Node left, Node right) -> ARITHMETIC + name(operator) + "(" + print(left) + ", " + print(right) + ")";
            case Comparison comparison -> ARITHMETIC + "truth(" + comparison(comparison) + ")";
            case Logical(boolean isAnd, Node left, Node right) ->
                (isAnd ? "and(" : "or(") + print(left) + ", () -> " + print(right) + ")";
            case Conditional(Node then, Node condition, Node otherwise) ->
                "(" + truth(condition) + " ? " + print(then) + " : " + print(otherwise) + ")";
            case Call call -> call(call);
        };
    }

    private static String number(Number value) {
        if (value instanceof BigInteger) {
            return "new BigInteger(\"" + value + "\")";
        }
        double real = value.doubleValue();
        return "Double.valueOf(" + (Double.isInfinite(real) ? "Double.POSITIVE_INFINITY" : JavaText.literal(real)) + ")";
    }

    private static String name(Node.BinaryOperator operator) {
        return switch (operator) {
            case ADD -> "add";
            case SUBTRACT -> "subtract";
            case MULTIPLY -> "multiply";
            case DIVIDE -> "divide";
            case FLOOR_DIVIDE -> "floorDivide";
            case MODULO -> "modulo";
            case POWER -> "power";
        };
    }

    private static String truth(Node node) {
        return node instanceof Comparison comparison ? comparison(comparison) : ARITHMETIC + "isTrue(" + print(node) + ")";
    }

    /// Operands have no effects, so that evaluating one twice is only a matter of time.
    private static String comparison(Comparison comparison) {
        List<String> operands = comparison.operands().stream().map(DynamicExpression::print).toList();
        var parts = new ArrayList<String>();
        for (int i = 0; i < comparison.operators().size(); i++) {
            String left = operands.get(i);
            String right = operands.get(i + 1);
            parts.add(
                    switch (comparison.operators().get(i)) {
                        case LESS -> ARITHMETIC + "less(" + left + ", " + right + ")";
                        case LESS_OR_EQUAL -> ARITHMETIC + "lessOrEqual(" + left + ", " + right + ")";
                        case EQUAL -> ARITHMETIC + "equal(" + left + ", " + right + ")";
                        case NOT_EQUAL -> "!" + ARITHMETIC + "equal(" + left + ", " + right + ")";
                        case GREATER_OR_EQUAL -> ARITHMETIC + "lessOrEqual(" + right + ", " + left + ")";
                        case GREATER -> ARITHMETIC + "less(" + right + ", " + left + ")";
                    });
        }
        return parts.stream().collect(Collectors.joining(" && ", "(", ")"));
    }

    private static String call(Call call) {
        List<String> arguments = call.arguments().stream().map(DynamicExpression::print).toList();
        String first = arguments.getFirst();
        String all = String.join(", ", arguments);
        return switch (call.function()) {
            case MIN, MAX, ABS, ROUND, FLOOR, CEIL -> ARITHMETIC + call.function().pythonName() + "(" + all + ")";
            case INT -> ARITHMETIC + "toInt(" + first + ")";
            case FLOAT -> "(Number) " + real(first);
            case POW -> ARITHMETIC + "power(" + all + ")";
            case MATH_POW -> "(Number) " + ARITHMETIC + "mathPow(" + real(first) + ", " + real(arguments.get(1)) + ")";
            case LOG -> "(Number) " + ARITHMETIC + "log(" + all + ")";
            case LOG2, LOG10 -> "(Number) " + ARITHMETIC + call.function().pythonName() + "(" + first + ")";
            case SQRT, EXP, COS, SIN, TAN -> "(Number) " + ARITHMETIC + call.function().pythonName() + "(" + real(first) + ")";
            case TANH -> "(Number) Math.tanh(" + real(first) + ")";
        };
    }

    private static String real(String number) {
        return ARITHMETIC + "toDouble(" + number + ")";
    }
}
