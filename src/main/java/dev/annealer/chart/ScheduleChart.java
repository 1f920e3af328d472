package dev.annealer.chart;

import dev.annealer.schedule.Extremes;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
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
import org.jspecify.annotations.Nullable;

/// A schedule as a chart: a curve for each param group over the bands of the stages, and momentum in a strip below where it is
/// cycled.
public final class ScheduleChart {
    private static final int LEARNING_RATE_WEIGHT = 4;
    private static final int TICKS = 7;
    private static final int MOST_DECADE_TICKS = 9;
    private static final double HEADROOM = 1.17;
    /// Below this share of the peak a logarithmic axis shows nothing more.
    private static final double MOST_DECADES = 1e-12;

    static {
        // Else turned text is drawn as outlines, which no reader of an SVG can find or select.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private final ChartPalette palette;
    private final Font font;

    public ScheduleChart(ChartPalette palette) {
        this.palette = palette;
        this.font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    }

    /// @param ghost an earlier schedule to draw behind; null for none
    /// @param isStale whether the schedule is not that of the document any more, and is drawn grey
    public JFreeChart build(Schedule schedule, ChartView view, @Nullable Schedule ghost, boolean isStale) {
        var combined = new CombinedDomainXYPlot(domainAxis(schedule, view));
        combined.setGap(10);
        combined.add(learningRatePlot(schedule, view, ghost, isStale), LEARNING_RATE_WEIGHT);
        if (schedule.cyclesMomentum()) {
            combined.add(momentumPlot(schedule, view, isStale), 1);
        }
        combined.setInsets(new RectangleInsets(6, 4, 4, 14));
        combined.setOutlineVisible(false);
        combined.setBackgroundPaint(null);
        var chart = new JFreeChart(null, font, combined, false);
        chart.setBackgroundPaint(palette.background());
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    private XYPlot learningRatePlot(Schedule schedule, ChartView view, @Nullable Schedule ghost, boolean isStale) {
        ValueAxis axis = rateAxis(schedule, view);
        XYPlot plot = plot(axis);
        plot.addAnnotation(new StageBands(schedule, palette, font), false);
        if (ghost != null) {
            plot.addAnnotation(new LearningRateCurves(ghost, view, palette, LearningRateCurves.Look.GHOST), false);
        }
        var look = isStale ? LearningRateCurves.Look.STALE : LearningRateCurves.Look.LIVE;
        plot.addAnnotation(new LearningRateCurves(schedule, view, palette, look), false);
        plot.addAnnotation(new CurveLabels(schedule, view, palette, font), false);
        return plot;
    }

    private XYPlot momentumPlot(Schedule schedule, ChartView view, boolean isStale) {
        Extremes extremes = schedule.momentumExtremes(view.from(), view.to());
        var axis = new NumberAxis("momentum");
        double margin = Math.max(0.02, (extremes.max() - extremes.min()) * 0.15);
        axis.setRange(extremes.min() - margin, extremes.max() + margin);
        style(axis, AxisNumbers.rates());
        XYPlot plot = plot(axis);
        plot.addAnnotation(new MomentumCurve(schedule, view, palette, isStale), false);
        return plot;
    }

    private XYPlot plot(ValueAxis axis) {
        // The renderer draws nothing but the grid lines: the layers are the picture.
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

    private NumberAxis domainAxis(Schedule schedule, ChartView view) {
        double unit = view.inEpochs() ? schedule.run().stepsPerEpoch().orElse(1) : 1;
        var axis = new ScaledAxis(view.inEpochs() ? "epoch" : "step", unit);
        axis.setRange(view.from(), view.end());
        axis.setAutoRange(false);
        style(axis, AxisNumbers.counts());
        return axis;
    }

    private ValueAxis rateAxis(Schedule schedule, ChartView view) {
        Extremes extremes = Extremes.NONE;
        for (Group group : schedule.groups()) {
            extremes = extremes.and(schedule.extremes(view.from(), view.to(), group.index()));
        }
        double max = extremes.isEmpty() || !(extremes.max() > 0) ? 1 : extremes.max();
        ValueAxis axis = view.logarithmic() ? logAxis(logRange(schedule, view, max)) : linearAxis(max * HEADROOM);
        style(axis, AxisNumbers.rates());
        return axis;
    }

    private static ValueAxis linearAxis(double max) {
        var axis = new NumberAxis("learning rate");
        axis.setRange(0, max);
        axis.setTickUnit(new NumberTickUnit(niceUnit(max / TICKS)));
        return axis;
    }

    private static ValueAxis logAxis(Range range) {
        var axis = new LogAxis("learning rate");
        axis.setRange(range);
        double decades = Math.log10(range.getUpperBound() / range.getLowerBound());
        axis.setTickUnit(new NumberTickUnit(Math.max(1, Math.ceil(decades / MOST_DECADE_TICKS))));
        return axis;
    }

    /// 1, 2 or 5 times a power of ten, not below `least`.
    private static double niceUnit(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (int multiple : new int[] {1, 2, 5}) {
            if (multiple * power >= least) {
                return multiple * power;
            }
        }
        return 10 * power;
    }

    /// Whole decades, down to the least rate above zero.
    private static Range logRange(Schedule schedule, ChartView view, double max) {
        double least = new LeastPositive(schedule, view).value(max);
        double low = Math.pow(10, Math.floor(Math.log10(Math.max(least, max * MOST_DECADES)) + 1e-9));
        double high = Math.pow(10, Math.ceil(Math.log10(max) - 1e-9));
        return new Range(low, Math.max(high * Math.pow(high / low, 0.12), low * 10));
    }

    private void style(ValueAxis axis, NumberFormat format) {
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
