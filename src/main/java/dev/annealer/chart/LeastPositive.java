package dev.annealer.chart;

import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import dev.annealer.trace.Curve;
import dev.annealer.trace.CurveSampler;

/// The least learning rate above zero among what a chart shows: where a logarithmic axis begins.
final class LeastPositive {
    private static final int COLUMNS = 400;

    private final Schedule schedule;
    private final ChartView view;

    LeastPositive(Schedule schedule, ChartView view) {
        this.schedule = schedule;
        this.view = view;
    }

    /// `otherwise` where nothing is above zero.
    double value(double otherwise) {
        var sampler = new CurveSampler();
        double least = otherwise;
        for (Group group : schedule.groups()) {
            double whole = schedule.extremes(view.from(), view.to(), group.index()).min();
            if (whole > 0) {
                least = Math.min(least, whole);
                continue;
            }
            Curve curve = sampler.learningRate(schedule, group.index(), view.from(), view.to(), COLUMNS);
            for (int i = 0; i < curve.size(); i++) {
                double value = curve.values()[i];
                least = value > 0 && value < least ? value : least;
            }
        }
        return least;
    }
}
