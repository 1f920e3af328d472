package dev.annealer.chart;

import dev.annealer.schedule.Extremes;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/// A schedule as a chart: a curve for each param group over the bands of the stages, and momentum in a strip below where it is
/// cycled.
public final class ScheduleChart {
    private static final int LEARNING_RATE_WEIGHT = 4;
    private static final int TICKS = 7;
    /// For the name of a stage and the peak below it, also in a low chart.
    private static final double HEADROOM = 1.22;
    /// Below this share of the peak a logarithmic axis shows nothing more.
    private static final double MOST_DECADES = 1e-12;

    private final ChartPalette palette;
    private final ChartStyle style;

    public ScheduleChart(ChartPalette palette) {
        this.palette = palette;
        this.style = new ChartStyle(palette);
    }

    /// @param ghost an earlier schedule to draw behind; null for none
    /// @param isStale whether the schedule is not that of the document any more, and is drawn grey
    public JFreeChart build(Schedule schedule, ChartView view, @Nullable Schedule ghost, boolean isStale) {
        return build(schedule, view, ghost, isStale, null);
    }

    /// @param compared another schedule to draw behind; null for none
    public JFreeChart build(
            Schedule schedule, ChartView view, @Nullable Schedule ghost, boolean isStale, @Nullable Compared compared) {
        CombinedDomainXYPlot combined = style.combined(domainAxis(schedule, view));
        combined.add(learningRatePlot(schedule, view, ghost, isStale, compared), LEARNING_RATE_WEIGHT);
        if (schedule.cyclesMomentum()) {
            combined.add(momentumPlot(schedule, view, isStale), 1);
        }
        return style.chart(combined);
    }

    private XYPlot learningRatePlot(
            Schedule schedule, ChartView view, @Nullable Schedule ghost, boolean isStale, @Nullable Compared compared) {
        var behind = compared == null ? null : new ComparedCurves(compared.comparison(), view, palette);
        ValueAxis axis = rateAxis(schedule, view, behind == null ? 0 : behind.greatest());
        XYPlot plot = style.plot(axis);
        plot.addAnnotation(new StageBands(schedule, palette, style.font()), false);
        if (behind != null) {
            plot.addAnnotation(behind, false);
        }
        if (ghost != null) {
            plot.addAnnotation(new LearningRateCurves(ghost, view, palette, LearningRateCurves.Look.GHOST), false);
        }
        var look = isStale ? LearningRateCurves.Look.STALE : LearningRateCurves.Look.LIVE;
        plot.addAnnotation(new LearningRateCurves(schedule, view, palette, look), false);
        plot.addAnnotation(new CurveLabels(schedule, view, palette, style.font()), false);
        plot.addAnnotation(Legend.of(schedule, compared, palette, style.font()), false);
        return plot;
    }

    private XYPlot momentumPlot(Schedule schedule, ChartView view, boolean isStale) {
        Extremes extremes = schedule.momentumExtremes(view.from(), view.to());
        var axis = new NumberAxis("momentum");
        double margin = Math.max(0.02, (extremes.max() - extremes.min()) * 0.15);
        axis.setRange(extremes.min() - margin, extremes.max() + margin);
        style.apply(axis, AxisNumbers.rates());
        XYPlot plot = style.plot(axis);
        plot.addAnnotation(new MomentumCurve(schedule, view, palette, isStale), false);
        return plot;
    }

    private NumberAxis domainAxis(Schedule schedule, ChartView view) {
        double unit = view.inEpochs() ? schedule.run().stepsPerEpoch().orElse(1) : 1;
        var axis = new ScaledAxis(view.inEpochs() ? "epoch" : "step", unit);
        axis.setRange(view.from(), view.end());
        axis.setAutoRange(false);
        style.apply(axis, AxisNumbers.counts(unit));
        return axis;
    }

    /// @param least what the axis reaches at least
    private ValueAxis rateAxis(Schedule schedule, ChartView view, double least) {
        Extremes extremes = Extremes.NONE;
        for (Group group : schedule.groups()) {
            extremes = extremes.and(schedule.extremes(view.from(), view.to(), group.index()));
        }
        double highest = extremes.isEmpty() ? least : Math.max(least, extremes.max());
        double max = highest > 0 ? highest : 1;
        ValueAxis axis = view.logarithmic()
                ? ChartStyle.logAxis("learning rate", logRange(schedule, view, max))
                : linearAxis(max * HEADROOM);
        style.apply(axis, AxisNumbers.rates());
        return axis;
    }

    private static ValueAxis linearAxis(double max) {
        var axis = new NumberAxis("learning rate");
        axis.setRange(0, max);
        axis.setTickUnit(new NumberTickUnit(niceUnit(max / TICKS)));
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
}
