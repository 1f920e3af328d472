package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.value.Arithmetic;
import dev.annealer.python.value.Cause;
import dev.annealer.python.value.Loader;
import dev.annealer.python.value.PyValue.Ticker;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.Unknown;
import dev.annealer.schedule.expression.Node.BinaryOperator;
import dev.annealer.schedule.expression.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a loop goes through.
final class Iterables {
    /// All items, where they are known and at most `most`.
    Optional<List<PyValue>> items(PyValue iterable, int most) {
        return switch (iterable) {
            case PyValue.Items(List<PyValue> items) when items.size() <= most -> Optional.of(List.copyOf(items));
            case PyValue.Dict dict when dict.entries().size() <= most ->
                Optional.of(dict.entries().keySet().stream().<PyValue>map(PyValue.Text::new).toList());
            case PyValue.Range range -> itemsOf(range, most);
            case PyValue.Repeated(PyValue inner, PyValue start) when start != null ->
                items(inner, most).flatMap(items -> numbered(items, start));
            case PyValue.Repeated(PyValue inner, _) -> items(inner, most);
            default -> Optional.empty();
        };
    }

    private static Optional<List<PyValue>> itemsOf(PyValue.Range range, int most) {
        OptionalDouble length = number(range.length());
        OptionalDouble start = number(range.start());
        OptionalDouble step = number(range.step());
        if (length.isEmpty() || start.isEmpty() || step.isEmpty() || length.getAsDouble() > most) {
            return Optional.empty();
        }
        var items = new ArrayList<PyValue>();
        for (int i = 0; i < length.getAsDouble(); i++) {
            items.add(Quantity.of((long) (start.getAsDouble() + i * step.getAsDouble())));
        }
        return Optional.of(items);
    }

    private static Optional<List<PyValue>> numbered(List<PyValue> items, PyValue start) {
        OptionalDouble from = number(start);
        if (from.isEmpty()) {
            return Optional.empty();
        }
        var numbered = new ArrayList<PyValue>();
        for (int i = 0; i < items.size(); i++) {
            numbered.add(PyValue.Items.of(List.of(Quantity.of((long) from.getAsDouble() + i), items.get(i))));
        }
        return Optional.of(numbered);
    }

    private static OptionalDouble number(PyValue value) {
        return value instanceof Quantity quantity ? quantity.number() : OptionalDouble.empty();
    }

    /// The item that stands for all, as `target` takes it.
    PyValue item(PyValue iterable, Expr target, Ticker ticker) {
        return switch (iterable) {
            case PyValue.Range range when range.start() instanceof Quantity start -> counted(start, range.step(), ticker);
            case PyValue.Repeated(PyValue inner, PyValue start) when start != null -> PyValue.Items.of(List.of(
                    start instanceof Quantity from ? Loops.plus(from, Quantity.step(ticker)) : Unknown.at(target.at()),
                    item(inner, target, ticker)));
            case PyValue.Repeated(PyValue inner, _) -> item(inner, target, ticker);
            case PyValue.GroupsOf groups -> new PyValue.GroupsOf(groups.optimizer(), PyValue.GroupsOf.Which.EACH);
            default -> Unknown.at(target.at());
        };
    }

    private static PyValue counted(Quantity start, PyValue step, Ticker ticker) {
        boolean byOne = number(step).orElse(0) == 1;
        if (byOne) {
            return Loops.plus(start, Quantity.step(ticker));
        }
        return Arithmetic.combine(
                        nodes -> new Node.Binary(BinaryOperator.ADD, nodes[0],
                                new Node.Binary(BinaryOperator.MULTIPLY, nodes[1], nodes[2])),
                        start, Quantity.step(ticker), step)
                .orElseGet(() -> new Unknown(List.of()));
    }

    /// How many items there are; empty for what has no length.
    Optional<PyValue> length(PyValue iterable) {
        return switch (iterable) {
            case PyValue.Items(List<PyValue> items) -> Optional.of(Quantity.of(items.size()));
            case PyValue.Dict dict -> Optional.of(Quantity.of(dict.entries().size()));
            case PyValue.Text(String text) -> Optional.of(Quantity.of(text.length()));
            case PyValue.Range range -> Optional.of(range.length());
            case PyValue.Repeated(PyValue inner, _) -> length(inner);
            case PyValue.Sized(PyValue length) -> Optional.of(length);
            case Loader loader -> Optional.of(loader.length());
            case Unknown(List<Cause> causes) when causes.size() == 1 ->
                Optional.of(new Unknown(List.of(lengthOf(causes.getFirst()))));
            case Unknown unknown -> Optional.of(unknown);
            default -> Optional.empty();
        };
    }

    private static Cause lengthOf(Cause cause) {
        return new Cause("len(" + cause.expression() + ")", cause.line());
    }
}
