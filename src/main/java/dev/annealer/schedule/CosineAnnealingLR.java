package dev.annealer.schedule;

/// `eta_min + (b - eta_min) * (1 + cos(pi * k / T_max)) / 2`; past `T_max` it rises again.
public record CosineAnnealingLR(long tMax, double etaMin) implements Scheduler {
    @Override
    public double at(long k, Group group) {
        // The position in the period is exact, so that a cosine far from zero is as true as the first.
        long position = k % (2 * tMax);
        return etaMin + (group.baseLr() - etaMin) * (1 + Math.cos(Math.PI * position / tMax)) / 2;
    }

    @Override
    public void sweep(double[] values, int from, int to, long k, Group group) {
        double half = (group.baseLr() - etaMin) / 2;
        new CosineSweep(tMax, to - from).fill(values, from, to, k, etaMin + half, half);
    }

    @Override
    public long[] landmarks(long from, long to) {
        long turn = Math.ceilDiv(from, tMax) * tMax;
        return Landmarks.of(from, to).add(turn).add(turn + tMax).toArray();
    }
}
