package dev.annealer.recipe;

import java.util.Locale;

/// What people want to know of a schedule before they take it.
public enum Fact {
    OPTIMIZER,
    PEAK_LR,
    BATCH,
    LENGTH,
    WARMUP,
    DECAY;

    /// As a recipe's file says it: `peak_lr`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Fact named(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
