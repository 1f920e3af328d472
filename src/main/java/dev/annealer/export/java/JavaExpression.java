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
import dev.annealer.schedule.expression.StaticType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Prints an expression in plain Java: ints as `long`, floats as `double`, with every constant by its value.
///
/// Only for expressions whose ints are known to fit, see {@link StaticType}. What Java's own operators do not do as Python's
/// is left to `PythonArithmetic`, which the class then carries.
final class JavaExpression {
    private JavaExpression() {}

    /// Whether an expression can be printed so.
    static boolean canPrint(Node node) {
        return StaticType.of(node).isPresent() && !hasLogicalValue(node);
    }

    /// Whether `and` or `or` is asked for one of its operands rather than for its truth.
    private static boolean hasLogicalValue(Node node) {
        return switch (node) {
            case Literal _, Constant _, Step _ -> false;
            case Logical _ -> true;
            case Unary unary -> unary.operator() == Node.UnaryOperator.NOT
                    ? hasLogicalValueInside(unary.operand())
                    : hasLogicalValue(unary.operand());
            case Binary(_, Node left, Node right) -> hasLogicalValue(left) || hasLogicalValue(right);
            case Comparison comparison -> comparison.operands().stream().anyMatch(JavaExpression::hasLogicalValue);
            case Conditional(Node then, Node condition, Node otherwise) ->
                hasLogicalValue(then) || hasLogicalValueInside(condition) || hasLogicalValue(otherwise);
            case Call call -> call.arguments().stream().anyMatch(JavaExpression::hasLogicalValue);
        };
    }

    /// The same for a node that is only asked for its truth.
    private static boolean hasLogicalValueInside(Node node) {
        return node instanceof Logical(_, Node left, Node right)
                ? hasLogicalValueInside(left) || hasLogicalValueInside(right)
                : hasLogicalValue(node);
    }

    private static boolean isInt(Node node) {
        return StaticType.of(node).orElseThrow() instanceof StaticType.Int;
    }

    /// As a `double`.
    static String real(Node node) {
        if (isInt(node)) {
            return node instanceof Literal(Number value) ? JavaText.literal(value.doubleValue()) : "(double) " + atom(node);
        }
        return switch (node) {
            case Literal(Number value) -> number(value.doubleValue());
            case Constant(_, Number value) -> number(value.doubleValue());
            case Unary(var operator, Node operand) -> operator == Node.UnaryOperator.MINUS ? "-(" + real(operand) + ")" : real(operand);
            case Binary binary -> realBinary(binary);
            case Conditional(Node then, Node condition, Node otherwise) ->
                "(" + truth(condition) + " ? " + real(then) + " : " + real(otherwise) + ")";
            case Call call -> realCall(call);
            case Step _, Comparison _, Logical _ -> throw new AssertionError("no float: " + node);
        };
    }

    private static String number(double value) {
        if (value == Math.PI) {
            return "Math.PI";
        }
        if (value == Math.E) {
            return "Math.E";
        }
        return Double.isInfinite(value) ? "Double.POSITIVE_INFINITY" : value < 0 ? "(" + JavaText.literal(value) + ")" : JavaText.literal(value);
    }

    private static String realBinary(Binary binary) {
        String left = real(binary.left());
        String right = real(binary.right());
        return switch (binary.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE ->
                "(" + left + " " + binary.operator().symbol() + " " + right + ")";
            case POWER -> "Math.pow(" + left + ", " + right + ")";
            case FLOOR_DIVIDE -> "PythonArithmetic.floorDivide(" + left + ", " + right + ")";
            case MODULO -> "PythonArithmetic.modulo(" + left + ", " + right + ")";
        };
    }

    private static String realCall(Call call) {
        String first = real(call.arguments().getFirst());
        return switch (call.function()) {
            case MIN -> nested("Math.min", call.arguments().stream().map(JavaExpression::real).toList());
            case MAX -> nested("Math.max", call.arguments().stream().map(JavaExpression::real).toList());
            case ABS -> "Math.abs(" + first + ")";
            case FLOAT -> first;
            case POW, MATH_POW -> "Math.pow(" + first + ", " + real(call.arguments().get(1)) + ")";
            case SQRT, EXP, COS, SIN, TAN, TANH, LOG10 -> "Math." + call.function().pythonName() + "(" + first + ")";
            case LOG -> "Math.log(" + first + ")" + (call.arguments().size() == 1 ? "" : " / Math.log(" + real(call.arguments().get(1)) + ")");
            case LOG2 -> "(Math.log(" + first + ") / Math.log(2))";
            case ROUND -> "PythonArithmetic.round(" + first + ", PythonArithmetic.of(" + whole(call.arguments().get(1)) + ")).doubleValue()";
            case INT, FLOOR, CEIL -> throw new AssertionError("no float: " + call.function());
        };
    }

    private static String nested(String function, List<String> arguments) {
        String last = arguments.getLast();
        List<String> before = arguments.subList(0, arguments.size() - 1);
        return before.isEmpty() ? last : function + "(" + nested(function, before) + ", " + last + ")";
    }

    private static String atom(Node node) {
        String text = whole(node);
        return text.matches("\\w+") ? text : text.startsWith("(") || text.matches("[\\w.]+\\(.*\\)") ? text : "(" + text + ")";
    }

    /// As a `long`.
    private static String whole(Node node) {
        return switch (node) {
            case Literal(Number value) -> value.longValue() + "L";
            case Constant(_, Number value) -> value.longValue() < 0 ? "(" + value.longValue() + "L)" : value.longValue() + "L";
            case Step _ -> "step";
            case Unary(var operator, Node operand) ->
                switch (operator) {
                    case PLUS -> whole(operand);
                    case MINUS -> "(-" + atom(operand) + ")";
                    case NOT -> "(" + truth(operand) + " ? 0L : 1L)";
                };
            case Binary(var operator, Node left, Node right) ->
                switch (operator) {
                    case ADD, SUBTRACT, MULTIPLY -> "(" + whole(left) + " " + operator.symbol() + " " + whole(right) + ")";
                    case FLOOR_DIVIDE -> "Math.floorDiv(" + whole(left) + ", " + whole(right) + ")";
                    case MODULO -> "Math.floorMod(" + whole(left) + ", " + whole(right) + ")";
                    case POWER -> power(left, right);
                    case DIVIDE -> throw new AssertionError("no int");
                };
            case Comparison comparison -> "(" + comparison(comparison) + " ? 1L : 0L)";
            case Conditional(Node then, Node condition, Node otherwise) ->
                "(" + truth(condition) + " ? " + whole(then) + " : " + whole(otherwise) + ")";
            case Call call -> wholeCall(call);
            case Logical _ -> throw new AssertionError("the value of a logical operator");
        };
    }

    private static String power(Node base, Node exponent) {
        return "PythonArithmetic.power(PythonArithmetic.of(" + whole(base) + "), PythonArithmetic.of(" + whole(exponent)
                + ")).longValue()";
    }

    private static String wholeCall(Call call) {
        Node first = call.arguments().getFirst();
        return switch (call.function()) {
            case MIN -> nested("Math.min", call.arguments().stream().map(JavaExpression::whole).toList());
            case MAX -> nested("Math.max", call.arguments().stream().map(JavaExpression::whole).toList());
            case ABS -> "Math.abs(" + whole(first) + ")";
            case POW -> power(first, call.arguments().get(1));
            case ROUND -> isInt(first) ? whole(first) : "((long) Math.rint(" + real(first) + "))";
            case FLOOR -> isInt(first) ? whole(first) : "((long) Math.floor(" + real(first) + "))";
            case CEIL -> isInt(first) ? whole(first) : "((long) Math.ceil(" + real(first) + "))";
            case INT -> isInt(first) ? whole(first) : "((long) (" + real(first) + "))";
            case FLOAT, MATH_POW, SQRT, EXP, LOG, LOG2, LOG10, COS, SIN, TAN, TANH -> throw new AssertionError("no int");
        };
    }

    private static String truth(Node node) {
        return switch (node) {
            case Comparison comparison -> comparison(comparison);
            case Logical(boolean isAnd, Node left, Node right) ->
                "(" + truth(left) + (isAnd ? " && " : " || ") + truth(right) + ")";
            case Unary(var operator, Node operand) when operator == Node.UnaryOperator.NOT -> "!(" + truth(operand) + ")";
            default -> isInt(node) ? "(" + whole(node) + " != 0)" : "(" + real(node) + " != 0)";
        };
    }

    private static String comparison(Comparison comparison) {
        boolean allInts = comparison.operands().stream().allMatch(JavaExpression::isInt);
        List<String> operands = comparison.operands().stream().map(operand -> allInts ? whole(operand) : real(operand)).toList();
        var parts = new ArrayList<String>();
        for (int i = 0; i < comparison.operators().size(); i++) {
            parts.add(operands.get(i) + " " + comparison.operators().get(i).symbol() + " " + operands.get(i + 1));
        }
        return parts.stream().collect(Collectors.joining(" && ", "(", ")"));
    }
}
