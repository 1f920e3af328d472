package dev.annealer.schedule;

import dev.annealer.schedule.CosineCycles.Cycle;

/// `eta_min + (b - eta_min) * (1 + cos(pi * T_cur / T_i)) / 2` with the position in, and the length of, the current
/// cycle; cycles last T_0, T_0 * T_mult, T_0 * T_mult^2, …
public record CosineAnnealingWarmRestarts(long t0, long tMult, double etaMin) implements Scheduler {
    @Override
    public double at(long k, Group group) {
        return new CosineCycles(group.baseLr(), etaMin).at(k, cycleAt(k));
    }

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        new CosineCycles(group.baseLr(), etaMin).fill(values, from, to, k, this::cycleAt);
    }

    @Override
    public long[] landmarks(long from, long to) {
        var landmarks = Landmarks.of(from, to);
        Cycle first = cycleAt(from);
        // Within a cycle the LR only falls. Of the cycles that end inside, the first and the last are enough: the longest
        // gets nearest to eta_min.
        landmarks.addBoth(first.end());
        landmarks.addBoth(cycleAt(first.end()).end());
        landmarks.addBoth(cycleAt(to - 1).start());
        return landmarks.toArray();
    }

    private Cycle cycleAt(long k) {
        if (tMult == 1) {
            return new Cycle(k - k % t0, t0, t0);
        }
        long start = 0;
        long length = t0;
        while (k - start >= length) {
            boolean overflows = length > Long.MAX_VALUE / 4 / tMult;
            start += length;
            length = overflows ? Long.MAX_VALUE / 4 : length * tMult;
        }
        return new Cycle(start, length, length);
    }
}
