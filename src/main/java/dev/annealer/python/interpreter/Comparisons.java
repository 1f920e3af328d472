package dev.annealer.python.interpreter;

import dev.annealer.python.value.Arithmetic;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.Unknown;
import dev.annealer.schedule.expression.Node.ComparisonOperator;
import dev.annealer.schedule.expression.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// `==`, `<`, `is`, `in` and their like.
final class Comparisons {
    private Comparisons() {}

    /// Empty where it can't be told.
    static Optional<PyValue> compare(String operator, PyValue left, PyValue right) {
        return switch (operator) {
            case "is", "is not" -> identity(left, right, operator.equals("is"));
            case "in", "not in" -> membership(left, right).map(found -> Quantity.truth(found == operator.equals("in")));
            default -> ordered(operator, left, right);
        };
    }

    private static Optional<PyValue> identity(PyValue left, PyValue right, boolean wanted) {
        if (left instanceof Unknown || right instanceof Unknown) {
            return Optional.of(Unknown.of(left, right));
        }
        boolean nothing = left instanceof PyValue.Nothing || right instanceof PyValue.Nothing;
        boolean same = nothing ? left instanceof PyValue.Nothing && right instanceof PyValue.Nothing : equal(left, right).orElse(false);
        return Optional.of(Quantity.truth(same == wanted));
    }

    private static Optional<Boolean> equal(PyValue left, PyValue right) {
        if (left instanceof PyValue.Text(String a) && right instanceof PyValue.Text(String b)) {
            return Optional.of(a.equals(b));
        }
        if (left instanceof Quantity a && right instanceof Quantity b) {
            return a.isKnown() && b.isKnown() ? Optional.of(a.at(0) == b.at(0)) : Optional.empty();
        }
        boolean unknown = left instanceof Unknown || right instanceof Unknown;
        return unknown ? Optional.empty() : Optional.of(left == right);
    }

    private static Optional<Boolean> membership(PyValue item, PyValue container) {
        return switch (container) {
            case PyValue.Items(List<PyValue> items) -> {
                List<Optional<Boolean>> matches = items.stream().map(each -> equal(item, each)).toList();
                if (matches.contains(Optional.of(true))) {
                    yield Optional.of(true);
                }
                yield matches.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
            }
            case PyValue.Dict dict when item instanceof PyValue.Text(String key) -> Optional.of(dict.entries().containsKey(key));
            case PyValue.Text(String text) when item instanceof PyValue.Text(String part) -> Optional.of(text.contains(part));
            default -> Optional.empty();
        };
    }

    private static Optional<PyValue> ordered(String operator, PyValue left, PyValue right) {
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (equality && !(left instanceof Quantity && right instanceof Quantity)) {
            return left instanceof Unknown || right instanceof Unknown
                    ? Optional.of(Unknown.of(left, right))
                    : equal(left, right).map(same -> Quantity.truth(same == operator.equals("==")));
        }
        return Arrays.stream(ComparisonOperator.values())
                .filter(known -> known.symbol().equals(operator))
                .findFirst()
                .flatMap(known -> Arithmetic.combine(
                        nodes -> new Node.Comparison(List.of(nodes), List.of(known)), left, right));
    }
}
