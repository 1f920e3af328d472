package dev.annealer.document;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Text where a number belongs, exactly as it was typed; blank where nothing was given.
///
/// A number is written as people who train models write it: `3e-4`, `0.1`, `1/3`, `2.5e-5`. Text that is no number yet
/// (`3e-`) is a value like any other; the compiler of schedules says what is wrong with it.
public record Input(String text) implements Value {
    public static final Input NONE = new Input("");

    public Input {
        text = text.strip();
    }

    /// The shortest text that reads back as `value`.
    public static Input of(double value) {
        return new Input(Numbers.format(value));
    }

    public static Input of(long value) {
        return new Input(Long.toString(value));
    }

    public boolean isBlank() {
        return text.isEmpty();
    }

    /// The number that the text says; empty where it says none. May be infinite where the text overflows.
    public OptionalDouble number() {
        return Numbers.parse(text);
    }

    /// The whole number that the text says (`500`, `5e2`); empty where it says none, has a fraction, or is beyond 2^53.
    public OptionalLong count() {
        return Numbers.parseCount(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
