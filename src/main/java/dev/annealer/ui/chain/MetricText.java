package dev.annealer.ui.chain;

import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.Series;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// A metric's values as text: `2.31, 1.87`, or however they were pasted.
final class MetricText {
    private MetricText() {}

    static String of(Series values) {
        return Arrays.stream(values.toArray()).mapToObj(Numbers::format).collect(Collectors.joining(", "));
    }

    /// Numbers between commas, semicolons, brackets or white space; empty where something else stands among them.
    static Optional<Series> parse(String text) {
        String[] parts = text.replaceAll("[\\[\\],;\\s]+", " ").strip().split(" ");
        double[] values = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            OptionalDouble number = new Input(parts[i]).number();
            if (parts.length == 1 && parts[0].isEmpty()) {
                return Optional.of(Series.EMPTY);
            }
            if (number.isEmpty() || !Double.isFinite(number.getAsDouble())) {
                return Optional.empty();
            }
            values[i] = number.getAsDouble();
        }
        return Optional.of(Series.of(values));
    }
}
