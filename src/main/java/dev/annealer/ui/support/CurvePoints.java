package dev.annealer.ui.support;

import dev.annealer.schedule.Extremes;
import dev.annealer.schedule.Schedule;
import dev.annealer.trace.Curve;
import dev.annealer.trace.CurveSampler;
import java.util.stream.IntStream;

/// A stretch of a schedule for a picture of a few pixels: x from 0 to 1 over the stretch, y from 0 to 1 over `peak`. Made off
/// the window's thread where there are many.
///
/// @param peak the value at y = 1
public record CurvePoints(double[] x, double[] y, double peak) {
    /// Steps [from, to) of one param group, up to its own peak there.
    public static CurvePoints of(Schedule schedule, int group, long from, long to, int columns) {
        Extremes extremes = from < to ? schedule.extremes(from, to, group) : Extremes.NONE;
        double peak = extremes.isEmpty() || extremes.max() <= 0 ? 1 : extremes.max();
        return of(schedule, group, from, to, columns, peak);
    }

    /// The same up to a given peak, for curves that share one scale.
    public static CurvePoints of(Schedule schedule, int group, long from, long to, int columns, double peak) {
        if (from >= to) {
            return new CurvePoints(new double[0], new double[0], peak);
        }
        return scaled(new CurveSampler().learningRate(schedule, group, from, to, columns), from, to, 0, peak);
    }

    /// The momentum over the whole run, from `low` at y = 0 to `high` at y = 1.
    public static CurvePoints momentum(Schedule schedule, int columns, double low, double high) {
        Curve curve = new CurveSampler().momentum(schedule, 0, schedule.steps(), columns);
        return scaled(curve, 0, schedule.steps(), low, high);
    }

    private static CurvePoints scaled(Curve curve, long from, long to, double low, double high) {
        double width = Math.max(1, to - 1 - from);
        int[] drawn = IntStream.range(0, curve.size()).filter(i -> !Double.isNaN(curve.values()[i])).toArray();
        return new CurvePoints(
                IntStream.of(drawn).mapToDouble(i -> (curve.steps()[i] - from) / width).toArray(),
                IntStream.of(drawn).mapToDouble(i -> (curve.values()[i] - low) / (high - low)).toArray(),
                high);
    }
}
