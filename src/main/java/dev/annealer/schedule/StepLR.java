package dev.annealer.schedule;

/// `b * gamma ** (k // step_size)`
public record StepLR(long stepSize, double gamma) implements Scheduler {
    @Override
    public double at(long k, Group group) {
        return group.baseLr() * Math.pow(gamma, k / stepSize);
    }

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        Plateaus.fill(values, from, to, k, group, this, step -> (step / stepSize + 1) * stepSize);
    }

    @Override
    public long[] landmarks(long from, long to) {
        return Landmarks.ends(from, to);
    }
}
