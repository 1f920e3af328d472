package dev.annealer.schedule;

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
    public long[] landmarks(long from, long to) {
        return Landmarks.ends(from, to);
    }
}
