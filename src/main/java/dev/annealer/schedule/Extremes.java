package dev.annealer.schedule;

import java.util.function.LongToDoubleFunction;

/// The least and the greatest value over a range of steps, and the first steps found that have them.
///
/// NaN is passed over; where there is nothing else, `min` is positive and `max` negative infinity.
public record Extremes(double min, long argMin, double max, long argMax) {
    public static final Extremes NONE = new Extremes(Double.POSITIVE_INFINITY, -1, Double.NEGATIVE_INFINITY, -1);

    /// Those of `function` over `steps`.
    public static Extremes of(LongToDoubleFunction function, long[] steps) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        long argMin = -1;
        long argMax = -1;
        for (long step : steps) {
            double value = function.applyAsDouble(step);
            if (value < min) {
                min = value;
                argMin = step;
            }
            if (value > max) {
                max = value;
                argMax = step;
            }
        }
        return new Extremes(min, argMin, max, argMax);
    }

    /// Those of `values[from … to-1]`, which are of steps `step`, `step + 1`, …
    static Extremes of(double[] values, int from, int to, long step) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        long argMin = -1;
        long argMax = -1;
        for (int i = from; i < to; i++) {
            double value = values[i];
            if (value < min) {
                min = value;
                argMin = step + (i - from);
            }
            if (value > max) {
                max = value;
                argMax = step + (i - from);
            }
        }
        return new Extremes(min, argMin, max, argMax);
    }

    public Extremes and(Extremes other) {
        boolean lower = other.min < min;
        boolean higher = other.max > max;
        return new Extremes(
                lower ? other.min : min,
                lower ? other.argMin : argMin,
                higher ? other.max : max,
                higher ? other.argMax : argMax);
    }

    /// The same values at steps counted from `offset` steps earlier.
    Extremes shifted(long offset) {
        return new Extremes(min, argMin + offset, max, argMax + offset);
    }

    public boolean isEmpty() {
        return argMax < 0 && argMin < 0;
    }
}
