package dev.annealer.schedule;

import java.util.Arrays;

/// `b * (1 - min(k, total_iters) / total_iters) ** power`
public record PolynomialLR(long totalIters, double power) implements Scheduler {
    @Override
    public double at(long k, Group group) {
        return group.baseLr() * new DecliningPowers(totalIters, power).at(Math.min(k, totalIters));
    }

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        int horizon = Math.clamp(from + totalIters - k, from, to);
        new DecliningPowers(totalIters, power).fill(values, from, horizon, k, group.baseLr());
        Arrays.fill(values, horizon, to, at(totalIters, group));
    }

    @Override
    public long[] landmarks(long from, long to) {
        return Landmarks.ends(from, to);
    }
}
