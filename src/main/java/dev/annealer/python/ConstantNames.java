package dev.annealer.python;

import dev.annealer.document.Numbers;
import dev.annealer.schedule.expression.Expression;
import dev.annealer.schedule.expression.ExpressionException;
import dev.annealer.schedule.expression.Node;
import dev.annealer.schedule.expression.PythonArithmetic;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Decides which named numbers of an expression keep their names: one meaning a name, and none that the language has taken.
final class ConstantNames {
    private final Map<String, Number> numbers = new LinkedHashMap<>();

    /// Those that are kept, in the order of their first use.
    Map<String, Number> numbers() {
        return numbers;
    }

    Node apply(Node node) {
        return switch (node) {
            case Node.Literal(Number value) -> literal(value);
            case Node.Step step -> step;
            case Node.Constant constant -> constant(constant);
            case Node.Unary(var operator, Node operand) -> new Node.Unary(operator, apply(operand));
            case Node.Binary(var operator, Node left, Node right) -> new Node.Binary(operator, apply(left), apply(right));
            case Node.Comparison(List<Node> operands, var operators) ->
                new Node.Comparison(operands.stream().map(this::apply).toList(), operators);
            case Node.Logical(boolean isAnd, Node left, Node right) -> new Node.Logical(isAnd, apply(left), apply(right));
            case Node.Conditional(Node then, Node condition, Node otherwise) ->
                new Node.Conditional(apply(then), apply(condition), apply(otherwise));
            case Node.Call(var function, List<Node> arguments) ->
                new Node.Call(function, arguments.stream().map(this::apply).toList());
        };
    }

    private Node constant(Node.Constant constant) {
        boolean isMath = constant.value().equals(Math.PI) || constant.value().equals(Math.E);
        if (isMath || !isName(constant.name())) {
            return literal(constant.value());
        }
        Number known = numbers.putIfAbsent(constant.name(), constant.value());
        return known == null || known.equals(constant.value()) ? constant : literal(constant.value());
    }

    private static boolean isName(String name) {
        try {
            Expression.parse(name, Map.of(name, BigInteger.ONE));
            return !name.equals("pi") && !name.equals("e");
        } catch (ExpressionException _) {
            return false;
        }
    }

    /// A negative number is a sign before a positive one, as it is in Python.
    private static Node literal(Number value) {
        boolean negative = value instanceof BigInteger big ? big.signum() < 0 : value.doubleValue() < 0;
        return negative
                ? new Node.Unary(Node.UnaryOperator.MINUS, new Node.Literal(PythonArithmetic.negate(value)))
                : new Node.Literal(value);
    }

    /// As a document writes it: an int stays one, and so does a float.
    static String text(Number value) {
        if (value instanceof BigInteger) {
            return value.toString();
        }
        String text = Numbers.format(value.doubleValue());
        return text.matches("-?\\d+") ? text + ".0" : text;
    }
}
