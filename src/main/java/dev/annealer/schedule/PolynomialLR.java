package dev.annealer.schedule;

/// `b * (1 - min(k, total_iters) / total_iters) ** power`
public record PolynomialLR(long totalIters, double power) implements Scheduler {
    @Override
    public double at(long k, Group group) {
        double left = 1 - (double) Math.min(k, totalIters) / totalIters;
        return group.baseLr() * Math.pow(left, power);
    }

    @Override
    public long[] landmarks(long from, long to) {
        return Landmarks.ends(from, to);
    }
}
