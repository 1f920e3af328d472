package dev.annealer.schedule.expression;

import dev.annealer.document.Numbers;
import dev.annealer.schedule.expression.Node.Binary;
import dev.annealer.schedule.expression.Node.BinaryOperator;
import dev.annealer.schedule.expression.Node.Call;
import dev.annealer.schedule.expression.Node.Comparison;
import dev.annealer.schedule.expression.Node.Conditional;
import dev.annealer.schedule.expression.Node.Constant;
import dev.annealer.schedule.expression.Node.Literal;
import dev.annealer.schedule.expression.Node.Logical;
import dev.annealer.schedule.expression.Node.Step;
import dev.annealer.schedule.expression.Node.Unary;
import dev.annealer.schedule.expression.Node.UnaryOperator;
import java.math.BigInteger;
import java.util.stream.Collectors;

/// Prints an expression as Python, laid out as Black does, with no parentheses but those it needs.
public final class PythonPrinter {
    private static final int CONDITIONAL = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int COMPARISON = 5;
    private static final int SUM = 6;
    private static final int PRODUCT = 7;
    private static final int SIGN = 8;
    private static final int POWER = 9;
    private static final int ATOM = 10;

    private PythonPrinter() {}

    public static String print(Node node) {
        return switch (node) {
            case Literal(Number value) -> number(value);
            case Constant(String name, _) -> name;
            case Step() -> "step";
            case Unary(UnaryOperator operator, Node operand) -> operator.symbol() + inside(operand, precedence(node));
            case Binary binary -> binary(binary);
            case Comparison comparison -> comparison(comparison);
            case Logical(boolean isAnd, Node left, Node right) ->
                inside(left, precedence(node)) + (isAnd ? " and " : " or ") + inside(right, precedence(node) + 1);
            case Conditional(Node then, Node condition, Node otherwise) ->
                inside(then, OR) + " if " + inside(condition, OR) + " else " + inside(otherwise, CONDITIONAL);
            case Call(var function, var arguments) ->
                arguments.stream()
                        .map(PythonPrinter::print)
                        .collect(Collectors.joining(", ", function.qualifiedName() + "(", ")"));
        };
    }

    /// An operand of a conditional expression but its last.
    public static String operand(Node node, Conditional parent) {
        return inside(node, precedence(parent) + 1);
    }

    /// An operand of an operator that groups to the left.
    public static String side(Node node, Node parent, boolean right) {
        return inside(node, precedence(parent) + (right ? 1 : 0));
    }

    private static String number(Number value) {
        if (value instanceof BigInteger) {
            return value.toString();
        }
        double real = value.doubleValue();
        if (real == Math.PI) {
            return "math.pi";
        }
        if (real == Math.E) {
            return "math.e";
        }
        return Double.isInfinite(real) ? "math.inf" : floatLiteral(real);
    }

    private static String floatLiteral(double value) {
        String text = Numbers.format(value);
        return text.matches("-?\\d+") ? text + ".0" : text;
    }

    private static String inside(Node node, int precedence) {
        String text = print(node);
        return precedence(node) < precedence ? "(" + text + ")" : text;
    }

    private static String binary(Binary binary) {
        int own = precedence(binary);
        if (binary.operator() == BinaryOperator.POWER) {
            // The power binds its left side more tightly than a sign, its right side less.
            String left = inside(binary.left(), ATOM);
            String right = inside(binary.right(), SIGN);
            boolean hugs = isSimple(binary.left()) && isSimple(binary.right());
            return left + (hugs ? "**" : " ** ") + right;
        }
        return inside(binary.left(), own) + " " + binary.operator().symbol() + " " + inside(binary.right(), own + 1);
    }

    /// What Black takes for a simple operand of a power.
    private static boolean isSimple(Node node) {
        return switch (node) {
            case Literal _, Constant _, Step _ -> true;
            case Unary(UnaryOperator operator, Node operand) ->
                operator == UnaryOperator.MINUS && (operand instanceof Literal || operand instanceof Constant || operand instanceof Step);
            case Binary _, Comparison _, Logical _, Conditional _, Call _ -> false;
        };
    }

    private static String comparison(Comparison comparison) {
        var text = new StringBuilder(inside(comparison.operands().getFirst(), SUM));
        for (int i = 0; i < comparison.operators().size(); i++) {
            text.append(' ').append(comparison.operators().get(i).symbol()).append(' ');
            text.append(inside(comparison.operands().get(i + 1), SUM));
        }
        return text.toString();
    }

    private static int precedence(Node node) {
        return switch (node) {
            case Conditional _ -> CONDITIONAL;
            case Logical logical -> logical.isAnd() ? AND : OR;
            case Unary unary -> unary.operator() == UnaryOperator.NOT ? NOT : SIGN;
            case Comparison _ -> COMPARISON;
            case Binary binary ->
                switch (binary.operator()) {
                    case ADD, SUBTRACT -> SUM;
                    case MULTIPLY, DIVIDE, FLOOR_DIVIDE, MODULO -> PRODUCT;
                    case POWER -> POWER;
                };
            case Literal _, Constant _, Step _, Call _ -> ATOM;
        };
    }
}
