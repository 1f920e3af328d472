package dev.annealer.chart;

import dev.annealer.finder.Analysis;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/// A line for each curve: its smoothed losses, or their derivative.
///
/// @param values of a curve, one for each point
/// @param withZero whether the zero is marked
record FinderLines(FinderPicture picture, ChartPalette palette, Function<Analysis, double[]> values, boolean withZero)
        implements PlotLayer {
    /// A diverging loss is drawn to a little beyond the plot, not to the moon.
    private static final double BEYOND = 30;

    @Override
    public void paint(Canvas canvas) {
        Rectangle2D area = canvas.area();
        DoubleUnaryOperator toY =
                value -> Math.clamp(canvas.toY().applyAsDouble(value), area.getMinY() - BEYOND, area.getMaxY() + BEYOND);
        if (withZero) {
            double zero = toY.applyAsDouble(0);
            canvas.graphics().setColor(palette.axis());
            canvas.graphics().setStroke(new BasicStroke(1));
            canvas.graphics().draw(new Line2D.Double(area.getMinX(), zero, area.getMaxX(), zero));
        }
        var painter = new CurvePainter(canvas.graphics(), area, canvas.toX(), toY);
        int columns = Math.max(1, (int) area.getWidth());
        for (FinderCurve curve : picture.curves().reversed()) {
            VisiblePoints visible = VisiblePoints.of(curve, picture.view());
            var sampler = new ColumnSampler(curve.positions(), picture.view().from(), picture.view().to(), columns);
            var sampled = sampler.sample(values.apply(curve.analysis()), visible.from(), visible.to());
            painter.paintLine(sampled, palette.curve(curve.color()), false);
        }
    }
}
