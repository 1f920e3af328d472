package dev.annealer.chart;

import dev.annealer.schedule.Schedule;

/// What part of a run is shown, and how the axes count.
///
/// @param from the first step shown
/// @param to the step after the last one shown
/// @param inEpochs whether the axis counts epochs; only where the run has them
public record ChartView(long from, long to, boolean logarithmic, boolean inEpochs) {
    /// The whole run, in steps, linear.
    public static ChartView whole(Schedule schedule) {
        return new ChartView(0, schedule.steps(), false, false);
    }

    public ChartView withLogarithmic(boolean changed) {
        return new ChartView(from, to, changed, inEpochs);
    }

    public ChartView withInEpochs(boolean changed) {
        return new ChartView(from, to, logarithmic, changed);
    }

    /// The last position on the axis: there is room for one step at least.
    double end() {
        return Math.max(from + 1, to - 1.0);
    }
}
