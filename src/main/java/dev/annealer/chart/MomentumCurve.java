package dev.annealer.chart;

import dev.annealer.schedule.Schedule;
import dev.annealer.trace.CurveSampler;

/// The momentum in its strip.
record MomentumCurve(Schedule schedule, ChartView view, ChartPalette palette, boolean isStale) implements PlotLayer {
    @Override
    public void paint(Canvas canvas) {
        int columns = Math.max(1, (int) canvas.area().getWidth());
        var curve = new CurveSampler().momentum(schedule, view.from(), Math.min(view.to(), schedule.steps()), columns);
        new CurvePainter(canvas.graphics(), canvas.area(), canvas.toX(), canvas.toY())
                .paint(curve, isStale ? palette.stale() : palette.mutedText(), false);
    }
}
