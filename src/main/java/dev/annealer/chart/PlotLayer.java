package dev.annealer.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.event.AnnotationChangeListener;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/// Something drawn into a plot by itself, in pixels.
interface PlotLayer extends XYAnnotation {
    /// A plot while it is drawn: its area in pixels, and the way from steps and values to pixels.
    record Canvas(Graphics2D graphics, Rectangle2D area, DoubleUnaryOperator toX, DoubleUnaryOperator toY) {}

    void paint(Canvas canvas);

    /// Pixels that it may draw beyond the plot's sides.
    default double overhang() {
        return 0;
    }

    @Override
    default void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domain,
            ValueAxis range,
            int rendererIndex,
            PlotRenderingInfo info) {
        var copy = (Graphics2D) graphics.create();
        copy.clip(new Rectangle2D.Double(
                area.getX() - overhang(), area.getY(), area.getWidth() + 2 * overhang(), area.getHeight() + overhang()));
        double x0 = domain.valueToJava2D(domain.getLowerBound(), area, RectangleEdge.BOTTOM);
        double perStep = area.getWidth() / domain.getRange().getLength();
        DoubleUnaryOperator toX = step -> x0 + (step - domain.getLowerBound()) * perStep;
        paint(new Canvas(copy, area, toX, toY(range, area)));
        copy.dispose();
    }

    private static DoubleUnaryOperator toY(ValueAxis range, Rectangle2D area) {
        double low = range.getLowerBound();
        double high = range.getUpperBound();
        if (range instanceof LogAxis) {
            double logLow = Math.log10(low);
            double perDecade = area.getHeight() / (Math.log10(high) - logLow);
            return value -> area.getMaxY() - (Math.log10(Math.max(value, low)) - logLow) * perDecade;
        }
        double perUnit = area.getHeight() / (high - low);
        return value -> area.getMaxY() - (value - low) * perUnit;
    }

    /// A chart is made anew for every change: nobody listens.
    @Override
    default void addChangeListener(AnnotationChangeListener listener) {}

    @Override
    default void removeChangeListener(AnnotationChangeListener listener) {}
}
