package dev.annealer.python.value;

import dev.annealer.python.value.PyValue.Ticker;
import dev.annealer.schedule.expression.ExactEvaluator;
import dev.annealer.schedule.expression.Node;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Arithmetic on values: numbers are computed as Python does, what depends on a step stays an expression.
public final class Arithmetic {
    /// A larger tree is no schedule that anyone wrote.
    private static final int LARGEST = 1500;

    private Arithmetic() {}

    /// The quantity that `build` makes of the nodes of `operands`; unknown where one is, and empty where Python would raise
    /// or the operands count different things.
    public static Optional<PyValue> combine(Function<Node[], Node> build, PyValue... operands) {
        if (Arrays.stream(operands).anyMatch(Unknown.class::isInstance)) {
            return Optional.of(Unknown.of(operands));
        }
        if (!Arrays.stream(operands).allMatch(Quantity.class::isInstance)) {
            return Optional.empty();
        }
        Quantity[] quantities = Arrays.stream(operands).map(Quantity.class::cast).toArray(Quantity[]::new);
        int size = 1 + Arrays.stream(quantities).mapToInt(Quantity::size).sum();
        Ticker[] tickers = Arrays.stream(quantities).map(Quantity::ticker).filter(Objects::nonNull).distinct().toArray(Ticker[]::new);
        if (size > LARGEST || tickers.length > 1) {
            return Optional.empty();
        }
        Node node = build.apply(Arrays.stream(quantities).map(Quantity::node).toArray(Node[]::new));
        return finish(node, tickers.length == 0 ? null : tickers[0], size);
    }

    private static Optional<PyValue> finish(Node node, @Nullable Ticker ticker, int size) {
        if (ticker != null) {
            return Optional.of(new Quantity(node, null, ticker, size));
        }
        try {
            return Optional.of(new Quantity(node, ExactEvaluator.evaluate(node, 0), null, size));
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }
}
