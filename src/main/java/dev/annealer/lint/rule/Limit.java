package dev.annealer.lint.rule;

/// Comparisons with a threshold, at which a number that only rounding has moved still lies.
final class Limit {
    private static final double ROUNDING = 1e-9;

    private Limit() {}

    static boolean isAbove(double value, double limit) {
        return value > limit + Math.abs(limit) * ROUNDING;
    }

    static boolean isBelow(double value, double limit) {
        return value < limit - Math.abs(limit) * ROUNDING;
    }
}
