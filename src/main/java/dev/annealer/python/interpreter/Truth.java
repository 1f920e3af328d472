package dev.annealer.python.interpreter;

import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.Unknown;
import dev.annealer.schedule.expression.PythonArithmetic;
import java.util.Optional;

/// What a value is in a condition.
final class Truth {
    private Truth() {}

    /// Empty where it can't be told.
    static Optional<Boolean> of(PyValue value) {
        return switch (value) {
            case Quantity quantity -> Optional.ofNullable(quantity.value()).map(PythonArithmetic::isTrue);
            case Unknown _ -> Optional.empty();
            case PyValue.Nothing _ -> Optional.of(false);
            case PyValue.Text(String text) -> Optional.of(!text.isEmpty());
            case PyValue.Items(var items) -> Optional.of(!items.isEmpty());
            case PyValue.Dict dict -> Optional.of(!dict.entries().isEmpty());
            default -> Optional.of(true);
        };
    }
}
