package dev.annealer.schedule;

/// `b * gamma ** k`
public record ExponentialLR(double gamma) implements Scheduler {
    @Override
    public double at(long k, Group group) {
        return group.baseLr() * Math.pow(gamma, k);
    }

    @Override
    public long[] landmarks(long from, long to) {
        return Landmarks.ends(from, to);
    }
}
