package dev.annealer.chart;

import java.util.Arrays;
import java.util.List;
import org.jfree.data.Range;

/// What the vertical axes of LR range tests show: the descent, and of the blow-up no more than that there is one.
final class FinderRanges {
    private static final double LEVEL = 0.85;
    private static final double ABOVE_LEVEL = 0.25;
    private static final double MARGIN = 0.06;
    private static final int SAMPLE = 1000;
    private static final double STRAYS = 0.02;
    /// Where the least loss comes this early there is no descent to go by.
    private static final double EARLY = 0.05;

    private final List<FinderCurve> curves;
    private final FinderView view;

    FinderRanges(List<FinderCurve> curves, FinderView view) {
        this.curves = curves;
        this.view = view;
    }

    /// Losses that are to be seen, without margins: the level at which the curve starts and the least that it falls to. What
    /// strays far above both, as single batches of a large learning rate do, is left out.
    Range loss() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (FinderCurve curve : curves) {
            VisiblePoints visible = VisiblePoints.of(curve, view);
            double[] smoothed = curve.analysis().smoothed();
            int lowest = visible.argmin(smoothed);
            boolean descends = lowest - visible.from() >= EARLY * (visible.to() - visible.from());
            int end = descends ? lowest + 1 : visible.to();
            double[] raw = sorted(curve.sweep().loss(), visible.from(), end);
            double[] drawn = sorted(smoothed, visible.from(), end);
            double least = Math.min(smoothed[lowest], quantile(raw, STRAYS));
            double level = Math.max(quantile(drawn, LEVEL), quantile(raw, LEVEL));
            double greatest = level + ABOVE_LEVEL * (level - least);
            low = Math.min(low, least);
            high = Math.max(high, greatest);
        }
        double least = Math.max(Math.abs(high), 1e-12) * 1e-3;
        return high - low < least ? new Range(low - least, high + least) : new Range(low, high);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round((sorted.length - 1) * share)];
    }

    /// Evenly chosen values, in order.
    private static double[] sorted(double[] values, int from, int to) {
        int count = Math.min(SAMPLE, to - from);
        double[] chosen = new double[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = values[from + (int) ((long) i * (to - from) / count)];
        }
        Arrays.sort(chosen);
        return chosen;
    }

    /// The derivative before the least loss, with its margin, and as much above zero.
    Range derivative() {
        double low = 0;
        for (FinderCurve curve : curves) {
            VisiblePoints visible = VisiblePoints.of(curve, view);
            int lowest = visible.argmin(curve.analysis().smoothed());
            double[] derivative = curve.analysis().derivative();
            // The first points of a smoothed curve swing: every rule leaves out the first tenth.
            int from = Math.max(visible.from(), Math.min(lowest, derivative.length / 10));
            for (int i = from; i <= lowest; i++) {
                low = Double.isFinite(derivative[i]) ? Math.min(low, derivative[i]) : low;
            }
        }
        double depth = low < 0 ? -low : 1;
        return new Range(-depth * (1 + 3 * MARGIN), depth * 0.75);
    }

    /// `shown` with a margin below, and with `headroom`, a share of the plot's height, above.
    static Range withRoom(Range shown, double headroom) {
        double top = Math.max(MARGIN, headroom);
        double length = shown.getLength() / (1 - MARGIN - top);
        return new Range(shown.getLowerBound() - MARGIN * length, shown.getUpperBound() + top * length);
    }
}
