package dev.annealer.chart;

import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import dev.annealer.trace.CurveSampler;
import java.awt.Color;

/// The curves of all param groups; the first lies on top.
record LearningRateCurves(Schedule schedule, ChartView view, ChartPalette palette, Look look) implements PlotLayer {
    /// What a curve stands for.
    enum Look {
        LIVE,
        /// Of an earlier state of the document.
        GHOST,
        /// Of the last state that made a schedule.
        STALE
    }

    @Override
    public void paint(Canvas canvas) {
        var painter = new CurvePainter(canvas.graphics(), canvas.area(), canvas.toX(), canvas.toY());
        var sampler = new CurveSampler();
        long to = Math.min(view.to(), schedule.steps());
        int columns = Math.max(1, (int) canvas.area().getWidth());
        for (Group group : schedule.groups().reversed()) {
            if (view.from() < to) {
                var curve = sampler.learningRate(schedule, group.index(), view.from(), to, columns);
                painter.paint(curve, color(group.index()), look == Look.GHOST || palette.isDashed(group.index()));
            }
        }
    }

    private Color color(int group) {
        return switch (look) {
            case LIVE -> palette.curve(group);
            case GHOST -> palette.ghost();
            case STALE -> palette.stale();
        };
    }
}
