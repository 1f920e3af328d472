package dev.annealer.schedule;

import java.util.Arrays;

/// `b * (start + (end - start) * min(k, total_iters) / total_iters)`
public record LinearLR(double startFactor, double endFactor, long totalIters) implements Scheduler {
    @Override
    public double at(long k, Group group) {
        double factor = k < totalIters
                ? startFactor + (endFactor - startFactor) * k / totalIters
                : endFactor;
        return group.baseLr() * factor;
    }

    /// In whole doubles rather than longs, which the processor can do four at a time; exact, as steps are below 2^53.
    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        int horizon = Math.clamp(from + totalIters - k, from, to);
        double baseLr = group.baseLr();
        double way = endFactor - startFactor;
        double length = totalIters;
        for (int i = from; i < horizon; i++) {
            double step = (double) k + (i - from);
            values[i] = baseLr * (startFactor + way * step / length);
        }
        Arrays.fill(values, horizon, to, baseLr * endFactor);
    }

    @Override
    public long[] landmarks(long from, long to) {
        return Landmarks.ends(from, to);
    }
}
