package dev.annealer.ui.support;

import dev.annealer.document.Input;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// A count as people type it: `50000`, `50,000`, `50_000`, `5e4`.
public final class TypedCount {
    private static final Pattern SEPARATORS = Pattern.compile("[ ,_]");

    private TypedCount() {}

    /// Empty for what is no whole number from 1 to `most`.
    public static OptionalLong of(String text, long most) {
        OptionalLong count = new Input(SEPARATORS.matcher(text).replaceAll("")).count();
        return count.isPresent() && count.getAsLong() >= 1 && count.getAsLong() <= most ? count : OptionalLong.empty();
    }
}
