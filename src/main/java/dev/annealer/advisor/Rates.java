package dev.annealer.advisor;

import dev.annealer.document.Input;
import dev.annealer.document.Numbers;

/// Learning rates that follow from a batch size.
final class Rates {
    private static final int DIGITS = 3;

    private Rates() {}

    /// Linear scaling: `rate` at batch `at`.
    static double scaled(double rate, long at, long batchSize) {
        return rate * batchSize / at;
    }

    /// With three digits: more would claim to know more.
    static Input input(double rate) {
        return new Input(Numbers.format(rate, DIGITS));
    }
}
