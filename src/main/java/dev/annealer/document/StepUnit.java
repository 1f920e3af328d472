package dev.annealer.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// When the training loop calls `scheduler.step()`.
public enum StepUnit {
    EPOCH,
    BATCH;

    /// As a document says it: `epoch` or `batch`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StepUnit> named(String key) {
        return Arrays.stream(values()).filter(unit -> unit.key().equals(key)).findFirst();
    }
}
