package dev.annealer.lint.rule;

import dev.annealer.document.Numbers;

/// How findings say numbers.
final class Words {
    private static final int DIGITS = 3;

    private Words() {}

    /// A learning rate or a factor: `0.0854`, `3e-4`.
    static String lr(double value) {
        return Numbers.format(value, DIGITS);
    }

    /// `1 step`, `95 steps`.
    static String steps(long count) {
        return count(count, "step");
    }

    /// `1 epoch`, `90 epochs`.
    static String epochs(double count) {
        return Numbers.format(count, DIGITS) + (count == 1 ? " epoch" : " epochs");
    }

    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /// A share of 1: `12.5 %`.
    static String percent(double share) {
        return Numbers.format(share * 100, DIGITS) + " %";
    }

    /// How many times: `10x`.
    static String times(double factor) {
        return Numbers.format(factor, DIGITS) + "x";
    }
}
