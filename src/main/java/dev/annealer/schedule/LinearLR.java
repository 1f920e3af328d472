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

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        int horizon = Math.clamp(from + totalIters - k, from, to);
        double baseLr = group.baseLr();
        double way = endFactor - startFactor;
        double length = totalIters;
        // An int and a double are added four or eight at a time; the sum is exact, as steps are below 2^52.
        double first = (double) k - from;
        for (int i = from; i < horizon; i++) {
            values[i] = baseLr * (startFactor + way * (first + i) / length);
        }
        Arrays.fill(values, horizon, to, baseLr * endFactor);
    }

    @Override
    public long[] landmarks(long from, long to) {
        return Landmarks.ends(from, to);
    }
}
