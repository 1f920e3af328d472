package dev.annealer.schedule;

/// `b * (factor if k < total_iters else 1)`
public record ConstantLR(double factor, long totalIters) implements Scheduler {
    @Override
    public double at(long k, Group group) {
        return k < totalIters ? group.baseLr() * factor : group.baseLr();
    }

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        Plateaus.fill(values, from, to, k, group, this, step -> step < totalIters ? totalIters : Long.MAX_VALUE);
    }

    @Override
    public long[] landmarks(long from, long to) {
        return Landmarks.ends(from, to);
    }
}
