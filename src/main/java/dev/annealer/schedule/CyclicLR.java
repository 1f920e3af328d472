package dev.annealer.schedule;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/// The triangle between `base_lr` and `max_lr`, its height scaled by 1, by `1 / 2 ** (cycle - 1)`, or by `gamma ** k`.
/// It ignores the base LR of the groups.
///
/// @param momentum empty where momentum is not cycled
public record CyclicLR(
        double baseLr,
        double maxLr,
        long stepSizeUp,
        long stepSizeDown,
        Mode mode,
        double gamma,
        Optional<MomentumRange> momentum)
        implements Scheduler {
    /// How the triangles' height changes.
    public enum Mode {
        TRIANGULAR,
        TRIANGULAR2,
        EXP_RANGE
    }

    private static final int BLOCK = 8192;

    /// Peaks only grow or only shrink over the cycles, so those at both ends of a range are enough.
    private static final int CYCLES_AT_EACH_END = 2;

    @Override
    public double at(long k, Group group) {
        return baseLr + (maxLr - baseLr) * wave(k);
    }

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        var heights = new double[Math.min(BLOCK, to - from)];
        for (int start = from; start < to; start += BLOCK) {
            int count = Math.min(BLOCK, to - start);
            long step = k + (start - from);
            scales(values, start, start + count, step);
            triangles(heights, count, step);
            for (int i = 0; i < count; i++) {
                values[start + i] = baseLr + (maxLr - baseLr) * (heights[i] * values[start + i]);
            }
        }
    }

    /// The triangles in two loops that the compiler makes vector instructions of; it does not of one.
    private void triangles(double[] heights, int count, long k) {
        double first = k;
        double total = (double) stepSizeUp + stepSizeDown;
        for (int i = 0; i < count; i++) {
            heights[i] = inCycle((first + i) / total);
        }
        double ratio = stepSizeUp / total;
        for (int i = 0; i < count; i++) {
            heights[i] = height(heights[i], ratio);
        }
    }

    private void scales(double[] values, int from, int to, long k) {
        switch (mode) {
            case TRIANGULAR -> Arrays.fill(values, from, to, 1);
            case TRIANGULAR2 -> {
                double total = (double) stepSizeUp + stepSizeDown;
                double known = 1;
                double scale = scale(known, 0);
                for (int i = from; i < to; i++) {
                    double cycle = Math.floor(1 + (k + (i - from)) / total);
                    scale = cycle == known ? scale : scale(cycle, 0);
                    known = cycle;
                    values[i] = scale;
                }
            }
            case EXP_RANGE -> Powers.fill(values, from, to, k, gamma, 1);
        }
    }

    @Override
    public OptionalDouble momentum(long k) {
        return momentum.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        momentum.get().max() - (momentum.get().max() - momentum.get().base()) * wave(k));
    }

    /// The triangle's height at `k`, 0 to 1 before scaling; in PyTorch's own order of operations, whose rounding shows
    /// near the feet after many cycles.
    private double wave(long k) {
        double total = (double) stepSizeUp + stepSizeDown;
        double cycles = k / total;
        return height(inCycle(cycles), stepSizeUp / total) * scale(Math.floor(1 + cycles), k);
    }

    /// @param cycles how many have passed, the current one's part included
    private static double inCycle(double cycles) {
        return 1.0 + cycles - Math.floor(1 + cycles);
    }

    /// @param ratio where in a cycle its peak is
    private static double height(double x, double ratio) {
        // Left of the peak the one is the smaller, right of it the other.
        return Math.min(x / ratio, (x - 1) / (ratio - 1));
    }

    private double scale(double cycle, long k) {
        return switch (mode) {
            case TRIANGULAR -> 1;
            case TRIANGULAR2 -> 1 / Math.pow(2, cycle - 1);
            case EXP_RANGE -> Powers.of(gamma, k);
        };
    }

    @Override
    public long[] landmarks(long from, long to) {
        var landmarks = Landmarks.of(from, to);
        long total = stepSizeUp + stepSizeDown;
        long first = from / total;
        long last = (to - 1) / total;
        for (long i = 0; i <= CYCLES_AT_EACH_END; i++) {
            addCycle(landmarks, (first + i) * total);
            addCycle(landmarks, Math.max(first, last - i) * total);
        }
        return landmarks.toArray();
    }

    private void addCycle(Landmarks landmarks, long start) {
        // Rounding may move a foot or a peak to its neighbour.
        landmarks.addBoth(start).addBoth(start + stepSizeUp).add(start + stepSizeUp + 1);
        if (mode == Mode.EXP_RANGE && gamma > 0 && gamma != 1) {
            // Where x * gamma^x turns: the envelope outruns the triangle's side.
            double turn = 1 / Math.log(gamma);
            landmarks.addAround(gamma < 1 ? start - turn : start + stepSizeUp + stepSizeDown - turn);
        }
    }
}
