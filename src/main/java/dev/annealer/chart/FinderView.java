package dev.annealer.chart;

import java.util.List;

/// What part of LR range tests is shown, and how.
///
/// @param from the left end, as log10 of the learning rate
/// @param to the right end, above `from`
/// @param logarithmic whether the axis of the loss is
public record FinderView(double from, double to, boolean logarithmic) {
    private static final double LEAST_DECADES = 1e-6;

    /// All that the curves have.
    public static FinderView whole(List<FinderCurve> curves) {
        double from = curves.stream().mapToDouble(FinderCurve::firstPosition).min().orElse(-7);
        double to = curves.stream().mapToDouble(FinderCurve::lastPosition).max().orElse(0);
        return new FinderView(from, Math.max(from + LEAST_DECADES, to), false);
    }

    public FinderView withLogarithmic(boolean changed) {
        return new FinderView(from, to, changed);
    }
}
