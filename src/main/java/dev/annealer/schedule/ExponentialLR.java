package dev.annealer.schedule;

/// `b * gamma ** k`
public record ExponentialLR(double gamma) implements Scheduler {
    @Override
    public double at(long k, Group group) {
        return group.baseLr() * Powers.of(gamma, k);
    }

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        Powers.fill(values, from, to, k, gamma, group.baseLr());
    }

    @Override
    public long[] landmarks(long from, long to) {
        return Landmarks.ends(from, to);
    }
}
