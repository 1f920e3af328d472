package dev.annealer.schedule;

/// `b * gamma ** (k // step_size)`
public record StepLR(long stepSize, double gamma) implements Scheduler {
    @Override
    public double at(long k, Group group) {
        return group.baseLr() * Math.pow(gamma, k / stepSize);
    }

    @Override
    public long[] landmarks(long from, long to) {
        return Landmarks.ends(from, to);
    }
}
