package dev.annealer.document;

/// The range of values that PyTorch takes, or that a training can use: an interval with open or closed ends.
public record Bounds(double min, boolean minOpen, double max, boolean maxOpen) {
    public static final Bounds ANY = new Bounds(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);
    public static final Bounds POSITIVE = new Bounds(0, true, Double.POSITIVE_INFINITY, true);
    public static final Bounds NOT_NEGATIVE = atLeast(0);

    public static Bounds atLeast(double min) {
        return new Bounds(min, false, Double.POSITIVE_INFINITY, true);
    }

    public static Bounds below(double max) {
        return new Bounds(Double.NEGATIVE_INFINITY, true, max, true);
    }

    /// `min <= x <= max`.
    public static Bounds closed(double min, double max) {
        return new Bounds(min, false, max, false);
    }

    /// `min < x <= max`.
    public static Bounds openClosed(double min, double max) {
        return new Bounds(min, true, max, false);
    }

    /// `min <= x < max`.
    public static Bounds closedOpen(double min, double max) {
        return new Bounds(min, false, max, true);
    }

    public boolean contains(double value) {
        boolean above = minOpen ? value > min : value >= min;
        boolean below = maxOpen ? value < max : value <= max;
        return above && below;
    }

    /// `at least 0`, `above 0`, `below 1`, `in (0, 1]`: what a message says after "must be".
    public String inWords() {
        if (min == Double.NEGATIVE_INFINITY && max == Double.POSITIVE_INFINITY) {
            return "a finite number";
        }
        if (max == Double.POSITIVE_INFINITY) {
            return (minOpen ? "above " : "at least ") + Numbers.format(min);
        }
        if (min == Double.NEGATIVE_INFINITY) {
            return (maxOpen ? "below " : "at most ") + Numbers.format(max);
        }
        return "in " + (minOpen ? "(" : "[") + Numbers.format(min) + ", " + Numbers.format(max) + (maxOpen ? ")" : "]");
    }
}
