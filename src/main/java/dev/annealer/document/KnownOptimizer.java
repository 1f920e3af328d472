package dev.annealer.document;

import java.util.Arrays;
import java.util.Optional;

/// The optimizers whose momentum is known; any other name is kept as text and has none.
public enum KnownOptimizer {
    SGD("SGD", Momentum.MOMENTUM),
    ADAM("Adam", Momentum.BETAS),
    ADAMW("AdamW", Momentum.BETAS),
    RMSPROP("RMSprop", Momentum.MOMENTUM),
    ADAGRAD("Adagrad", Momentum.NONE),
    NADAM("NAdam", Momentum.BETAS),
    RADAM("RAdam", Momentum.BETAS),
    LAMB("LAMB", Momentum.BETAS),
    LION("Lion", Momentum.BETAS);

    /// What `cycle_momentum` drives.
    public enum Momentum {
        /// The argument `momentum`.
        MOMENTUM,
        /// The first of `betas`.
        BETAS,
        NONE
    }

    private final String displayName;
    private final Momentum momentum;

    KnownOptimizer(String displayName, Momentum momentum) {
        this.displayName = displayName;
        this.momentum = momentum;
    }

    /// As its class is spelled.
    public String displayName() {
        return displayName;
    }

    public Momentum momentum() {
        return momentum;
    }

    /// By the class's name, in any case.
    public static Optional<KnownOptimizer> named(String name) {
        return Arrays.stream(values())
                .filter(optimizer -> optimizer.displayName.equalsIgnoreCase(name))
                .findFirst();
    }

    /// What the optimizer called `name` has for momentum.
    public static Momentum momentumOf(String name) {
        return named(name).map(KnownOptimizer::momentum).orElse(Momentum.NONE);
    }
}
