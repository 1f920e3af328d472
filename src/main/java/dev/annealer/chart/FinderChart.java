package dev.annealer.chart;

import dev.annealer.finder.Analysis;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/// LR range tests as a chart: losses over the learning rate as measured and smoothed, the picks, and in a strip below the
/// derivative over log10 of the learning rate.
public final class FinderChart {
    private static final int LOSS_WEIGHT = 7;
    private static final int DERIVATIVE_WEIGHT = 2;
    private static final double LEAST_FOR_LEGEND = 120;
    private static final double LEAST_FOR_LONG_LABEL = 360;
    private static final double BESIDE_PLOT = 80;
    private static final double BELOW_PLOTS = 60;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final ChartPalette palette;
    private final ChartStyle style;

    public FinderChart(ChartPalette palette) {
        this.palette = palette;
        this.style = new ChartStyle(palette);
    }

    /// @param width of the picture to be drawn, in pixels: the labels of the picks need as many rows as they find no room for
    public JFreeChart build(FinderPicture picture, double width, double height) {
        var axis = new RateAxis("learning rate", picture.view().from(), picture.view().to());
        style.apply(axis, AxisNumbers.rates());
        CombinedDomainXYPlot combined = style.combined(axis);
        combined.add(lossPlot(picture, width, height), LOSS_WEIGHT);
        combined.add(derivativePlot(picture, height), DERIVATIVE_WEIGHT);
        return style.chart(combined);
    }

    private XYPlot lossPlot(FinderPicture picture, double width, double height) {
        Range shown = new FinderRanges(picture.curves(), picture.view()).loss();
        double plotHeight = Math.max(1, (height - BELOW_PLOTS) * LOSS_WEIGHT / (LOSS_WEIGHT + DERIVATIVE_WEIGHT));
        double labels = rows(picture, Math.max(1, width - BESIDE_PLOT), plotHeight) * (double) FinderMarks.ROW / plotHeight;
        XYPlot plot = style.plot(lossAxis(shown, picture.view().logarithmic(), Math.min(FinderMarks.MOST_OF_HEIGHT, labels)));
        plot.addAnnotation(new TrimmedEnds(picture, palette), false);
        plot.addAnnotation(new FinderPoints(picture, palette), false);
        plot.addAnnotation(new FinderLines(picture, palette, Analysis::smoothed, false), false);
        if (plotHeight >= LEAST_FOR_LEGEND) {
            plot.addAnnotation(Legend.of(picture.curves(), palette, style.font()), false);
        }
        plot.addAnnotation(new FinderMarks(picture, palette, style.font(), true), false);
        return plot;
    }

    private int rows(FinderPicture picture, double width, double height) {
        FinderView view = picture.view();
        Font font = FinderMarks.labelFont(style.font());
        return MarkLayout.of(
                        picture.marks(),
                        mark -> (Math.log10(mark.lr()) - view.from()) / (view.to() - view.from()) * width,
                        mark -> font.getStringBounds(mark.label(), CONTEXT).getWidth() + 2 * FinderMarks.INSET,
                        0,
                        width,
                        FinderMarks.mostRows(height))
                .rows();
    }

    private ValueAxis lossAxis(Range shown, boolean logarithmic, double headroom) {
        ValueAxis axis;
        if (logarithmic && shown.getUpperBound() > 0) {
            double low = shown.getLowerBound() > 0 ? shown.getLowerBound() : shown.getUpperBound() * 1e-3;
            Range logs = FinderRanges.withRoom(new Range(Math.log10(low), Math.log10(shown.getUpperBound())), headroom);
            axis = new LogLossAxis("loss", new Range(Math.pow(10, logs.getLowerBound()), Math.pow(10, logs.getUpperBound())));
        } else {
            axis = new NumberAxis("loss");
            axis.setRange(FinderRanges.withRoom(shown, headroom));
        }
        style.apply(axis, AxisNumbers.rates());
        return axis;
    }

    private XYPlot derivativePlot(FinderPicture picture, double height) {
        var axis = new NumberAxis(height >= LEAST_FOR_LONG_LABEL ? "dL/dlog₁₀ lr" : "slope");
        axis.setRange(new FinderRanges(picture.curves(), picture.view()).derivative());
        style.apply(axis, AxisNumbers.rates());
        XYPlot plot = style.plot(axis);
        plot.addAnnotation(new FinderLines(picture, palette, Analysis::derivative, true), false);
        plot.addAnnotation(new FinderMarks(picture, palette, style.font(), false), false);
        return plot;
    }
}
