package dev.annealer.schedule;

/// `eta_min + (b - eta_min) * (1 + cos(pi * k / T_max)) / 2`; past `T_max` it rises again.
public record CosineAnnealingLR(long tMax, double etaMin) implements Scheduler {
    @Override
    public double at(long k, Group group) {
        return new CosineCycles(group.baseLr(), etaMin).at(k, cycleAt(k));
    }

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        new CosineCycles(group.baseLr(), etaMin).fill(values, from, to, k, this::cycleAt);
    }

    /// The position in the period is exact, so that a cosine far from zero is as true as the first.
    private CosineCycles.Cycle cycleAt(long k) {
        long period = 2 * tMax;
        return new CosineCycles.Cycle(k - k % period, period, tMax);
    }

    @Override
    public long[] landmarks(long from, long to) {
        long turn = Math.ceilDiv(from, tMax) * tMax;
        return Landmarks.of(from, to).add(turn).add(turn + tMax).toArray();
    }
}
