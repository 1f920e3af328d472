package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Spot;
import dev.annealer.python.value.PyValue.Ticker;
import dev.annealer.python.value.PyValue;
import org.jspecify.annotations.Nullable;

/// A loop that is being gone through.
///
/// @param variable what the script calls its counter or its item
/// @param iterable what it goes through; null for a `while`
/// @param passes how often its body runs; null for a `while`
/// @param ticker what a counter of its passes counts by
/// @param total how often {@link #totalOf} ticks until a `while` ends; null where the condition does not say
/// @param totalOf the ticker that the condition of a `while` looks at
public record Loop(
        Spot at, String variable, @Nullable PyValue iterable, @Nullable PyValue passes, Ticker ticker,
        @Nullable PyValue total, @Nullable Ticker totalOf) {
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
