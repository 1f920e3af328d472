package dev.annealer.export.python;

import dev.annealer.export.target.Lines;
import dev.annealer.schedule.expression.Node.Binary;
import dev.annealer.schedule.expression.Node.BinaryOperator;
import dev.annealer.schedule.expression.Node.Conditional;
import dev.annealer.schedule.expression.Node.Logical;
import dev.annealer.schedule.expression.Node;
import dev.annealer.schedule.expression.PythonPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `return` of an expression, broken where Black breaks one that is too long: before each operator of the outermost kind.
final class PythonReturn {
    private static final Set<BinaryOperator> SUM = Set.of(BinaryOperator.ADD, BinaryOperator.SUBTRACT);
    private static final Set<BinaryOperator> PRODUCT =
            Set.of(BinaryOperator.MULTIPLY, BinaryOperator.DIVIDE, BinaryOperator.FLOOR_DIVIDE, BinaryOperator.MODULO);

    private PythonReturn() {}

    static void write(Lines lines, Node expression) {
        String oneLine = "return " + PythonPrinter.print(expression);
        List<String> pieces = pieces(expression);
        boolean fits = lines.column() + oneLine.length() <= PythonText.WIDTH;
        // With a single operator Black may break inside its operand instead.
        boolean breaks = pieces.size() > 2
                && pieces.stream().allMatch(piece -> lines.column() + 4 + piece.length() <= PythonText.WIDTH);
        if (fits || !breaks) {
            PythonText.add(lines, oneLine);
            return;
        }
        lines.add("return (").indent();
        String body = PythonPrinter.print(expression);
        (lines.column() + body.length() <= PythonText.WIDTH ? List.of(body) : pieces).forEach(lines::add);
        lines.outdent().add(")");
    }

    private static List<String> pieces(Node node) {
        var pieces = new ArrayList<String>();
        switch (node) {
            case Conditional conditional -> conditional(conditional, pieces);
            case Logical _ -> logical(node, pieces);
            case Binary binary when SUM.contains(binary.operator()) -> binary(binary, SUM, pieces);
            case Binary binary when PRODUCT.contains(binary.operator()) -> binary(binary, PRODUCT, pieces);
            default -> pieces.add(PythonPrinter.print(node));
        }
        return pieces;
    }

    private static void conditional(Conditional conditional, List<String> pieces) {
        pieces.add(PythonPrinter.operand(conditional.then(), conditional));
        pieces.add("if " + PythonPrinter.operand(conditional.condition(), conditional));
        if (conditional.otherwise() instanceof Conditional next) {
            int at = pieces.size();
            conditional(next, pieces);
            pieces.set(at, "else " + pieces.get(at));
        } else {
            pieces.add("else " + PythonPrinter.print(conditional.otherwise()));
        }
    }

    /// `and` binds more tightly than `or`, yet Black breaks before both.
    private static void logical(Node node, List<String> pieces) {
        if (!(node instanceof Logical(boolean isAnd, Node left, Node right))) {
            pieces.add(PythonPrinter.print(node));
            return;
        }
        side(left, node, false, pieces);
        int at = pieces.size();
        side(right, node, true, pieces);
        pieces.set(at, (isAnd ? "and " : "or ") + pieces.get(at));
    }

    private static void side(Node side, Node parent, boolean right, List<String> pieces) {
        String text = PythonPrinter.side(side, parent, right);
        if (text.startsWith("(") && !text.equals(PythonPrinter.print(side)) || !(side instanceof Logical)) {
            pieces.add(text);
        } else {
            logical(side, pieces);
        }
    }

    private static void binary(Binary binary, Set<BinaryOperator> kind, List<String> pieces) {
        if (binary.left() instanceof Binary left && kind.contains(left.operator())) {
            binary(left, kind, pieces);
        } else {
            pieces.add(PythonPrinter.side(binary.left(), binary, false));
        }
        pieces.add(binary.operator().symbol() + " " + PythonPrinter.side(binary.right(), binary, true));
    }
}
