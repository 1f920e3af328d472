package dev.annealer.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.text.NumberFormat;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/// What all charts have in common: plots above each other on one horizontal axis, in the colours of a palette.
record ChartStyle(ChartPalette palette, Font font) {
    private static final int MOST_DECADE_TICKS = 9;

    static {
        // Else turned text is drawn as outlines, which no reader of an SVG can find or select.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    ChartStyle(ChartPalette palette) {
        this(palette, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    }

    /// The frame into which plots are put.
    CombinedDomainXYPlot combined(ValueAxis domain) {
        var combined = new CombinedDomainXYPlot(domain);
        combined.setGap(10);
        combined.setInsets(new RectangleInsets(6, 4, 4, 14));
        combined.setOutlineVisible(false);
        combined.setBackgroundPaint(null);
        return combined;
    }

    JFreeChart chart(CombinedDomainXYPlot combined) {
        var chart = new JFreeChart(null, font, combined, false);
        chart.setBackgroundPaint(palette.background());
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    /// A plot of grid lines: its layers are the picture.
    XYPlot plot(ValueAxis axis) {
        var plot = new XYPlot(null, null, axis, new XYLineAndShapeRenderer());
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(palette.grid());
        plot.setRangeGridlinePaint(palette.grid());
        var solid = new BasicStroke(1);
        plot.setDomainGridlineStroke(solid);
        plot.setRangeGridlineStroke(solid);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    /// A logarithmic axis whose ticks are powers of ten.
    static LogAxis logAxis(String label, Range range) {
        var axis = new LogAxis(label);
        axis.setRange(range);
        double decades = Math.log10(range.getUpperBound() / range.getLowerBound());
        axis.setTickUnit(new NumberTickUnit(Math.max(1, Math.ceil(decades / MOST_DECADE_TICKS))));
        return axis;
    }

    void apply(ValueAxis axis, NumberFormat format) {
        axis.setLabelFont(font);
        axis.setTickLabelFont(font.deriveFont(11f));
        axis.setLabelPaint(palette.mutedText());
        axis.setTickLabelPaint(palette.mutedText());
        axis.setAxisLinePaint(palette.axis());
        axis.setTickMarkPaint(palette.axis());
        axis.setLabelInsets(new RectangleInsets(3, 3, 3, 3));
        switch (axis) {
            case NumberAxis number -> number.setNumberFormatOverride(format);
            case LogAxis log -> {
                log.setNumberFormatOverride(format);
                log.setMinorTickMarksVisible(false);
            }
            default -> throw new AssertionError("no axis of ours");
        }
    }
}
