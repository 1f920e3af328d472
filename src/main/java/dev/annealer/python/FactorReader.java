package dev.annealer.python;

import dev.annealer.python.value.Quantity;
import dev.annealer.schedule.expression.Node.Binary;
import dev.annealer.schedule.expression.Node.BinaryOperator;
import dev.annealer.schedule.expression.Node;
import dev.annealer.schedule.expression.PythonArithmetic;
import java.util.List;
import java.util.Optional;

/// Learning rates that a script computes itself, as factors of the base LR.
final class FactorReader {
    private static final String BASE_LR = "base_lr";
    /// At these steps the groups are compared.
    private static final long[] SAMPLES = {0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 4181, 10_946, 46_368};
    private static final double SAME = 1e-12;

    private FactorReader() {}

    /// The base LR of a group, under the name that keeps it recognisable in an expression.
    static Quantity baseLr(double lr) {
        return Quantity.of(Double.valueOf(lr)).named(BASE_LR);
    }

    /// One factor for all groups; empty where they differ, or where an expression can't say it.
    ///
    /// @param rates the learning rate of each group
    static Optional<LambdaReader.Formula> factor(List<Quantity> rates, List<Double> baseLrs) {
        for (int group = 1; group < rates.size(); group++) {
            for (long step : SAMPLES) {
                double first = rates.getFirst().at(step) / baseLrs.getFirst();
                double other = rates.get(group).at(step) / baseLrs.get(group);
                boolean beyond = Double.isNaN(first) && Double.isNaN(other);
                if (!beyond && !(Math.abs(first - other) <= SAME * Math.max(1, Math.abs(first)))) {
                    return Optional.empty();
                }
            }
        }
        return LambdaReader.formula(divided(rates.getFirst().node(), baseLrs.getFirst()));
    }

    /// `node / base_lr`, without the division where the base LR is a factor already.
    private static Node divided(Node node, double baseLr) {
        return without(node, baseLr).orElseGet(() -> new Binary(BinaryOperator.DIVIDE, node, new Node.Constant(BASE_LR, baseLr)));
    }

    private static Optional<Node> without(Node node, double baseLr) {
        return switch (node) {
            case Node.Constant(_, Number value) when value.doubleValue() == baseLr ->
                Optional.of(new Node.Literal(PythonArithmetic.of(1)));
            case Binary(BinaryOperator operator, Node left, Node right) when operator == BinaryOperator.MULTIPLY ->
                without(left, baseLr).map(rest -> times(rest, right)).or(() -> without(right, baseLr).map(rest -> times(left, rest)));
            case Binary(BinaryOperator operator, Node left, Node right) when operator == BinaryOperator.DIVIDE ->
                without(left, baseLr).map(rest -> new Binary(operator, rest, right));
            case Node.Conditional(Node then, Node condition, Node otherwise) -> {
                Node first = divided(then, baseLr);
                Node second = divided(otherwise, baseLr);
                yield Optional.of(new Node.Conditional(first, condition, second));
            }
            case Node.Literal _, Node.Constant _, Node.Step _, Node.Unary _, Binary _, Node.Comparison _, Node.Logical _,
                    Node.Call _ -> Optional.empty();
        };
    }

    private static Node times(Node left, Node right) {
        boolean leftIsOne = left instanceof Node.Literal(Number value) && value.doubleValue() == 1;
        boolean rightIsOne = right instanceof Node.Literal(Number value) && value.doubleValue() == 1;
        return leftIsOne ? right : rightIsOne ? left : new Binary(BinaryOperator.MULTIPLY, left, right);
    }
}
