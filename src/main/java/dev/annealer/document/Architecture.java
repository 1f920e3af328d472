package dev.annealer.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kind of model that is trained; it serves the advice.
public enum Architecture {
    CNN,
    VISION_TRANSFORMER,
    LANGUAGE_TRANSFORMER,
    DETECTOR,
    SEGMENTATION,
    SMALL,
    REINFORCEMENT_LEARNING,
    OTHER;

    /// As a document says it: `vision_transformer`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is built of attention.
    public boolean isTransformer() {
        return this == VISION_TRANSFORMER || this == LANGUAGE_TRANSFORMER;
    }

    public static Optional<Architecture> named(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
