package dev.annealer.chart;

import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import dev.annealer.trace.Comparison;
import dev.annealer.trace.Curve;
import dev.annealer.trace.CurveSampler;

/// The curves of the other schedule of a comparison, muted, over the same stretch of the training.
record ComparedCurves(Comparison comparison, ChartView view, ChartPalette palette) implements PlotLayer {
    @Override
    public void paint(Canvas canvas) {
        var painter = new CurvePainter(
                canvas.graphics(), canvas.area(), step -> canvas.toX().applyAsDouble(comparison.toOwn(step)), canvas.toY());
        var sampler = new CurveSampler();
        Schedule other = comparison.other();
        int columns = Math.max(1, (int) canvas.area().getWidth());
        long from = from();
        long to = to();
        for (Group group : other.groups().reversed()) {
            if (from < to) {
                Curve curve = sampler.learningRate(other, group.index(), from, to, columns);
                painter.paint(curve, palette.mutedText(), true);
            }
        }
    }

    /// One step more on each side than is seen: the curve reaches the plot's edges.
    private long from() {
        return Math.max(0, (long) Math.floor(comparison.toOther(view.from())) - 1);
    }

    private long to() {
        return Math.min(comparison.other().steps(), (long) Math.ceil(comparison.toOther(view.to())) + 1);
    }

    /// The greatest learning rate that is seen; 0 where there is none.
    double greatest() {
        Schedule other = comparison.other();
        double greatest = 0;
        for (Group group : other.groups()) {
            greatest = from() < to() ? Math.max(greatest, other.extremes(from(), to(), group.index()).max()) : greatest;
        }
        return greatest;
    }
}
