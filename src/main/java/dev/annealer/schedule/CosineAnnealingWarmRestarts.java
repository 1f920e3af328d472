package dev.annealer.schedule;

/// `eta_min + (b - eta_min) * (1 + cos(pi * T_cur / T_i)) / 2` with the position in, and the length of, the current
/// cycle; cycles last T_0, T_0 * T_mult, T_0 * T_mult^2, …
public record CosineAnnealingWarmRestarts(long t0, long tMult, double etaMin) implements Scheduler {
    /// A cycle: the local step it starts at and its length.
    private record Cycle(long start, long length) {
        long end() {
            return start + length;
        }
    }

    @Override
    public double at(long k, Group group) {
        Cycle cycle = cycleAt(k);
        double angle = Math.PI * (k - cycle.start()) / cycle.length();
        return etaMin + (group.baseLr() - etaMin) * (1 + Math.cos(angle)) / 2;
    }

    @Override
    public void sweep(double[] values, int from, int to, long k, Group group) {
        double half = (group.baseLr() - etaMin) / 2;
        int i = from;
        while (i < to) {
            long step = k + (i - from);
            Cycle cycle = cycleAt(step);
            int until = (int) Math.min(to, i + Math.min(to - i, cycle.end() - step));
            new CosineSweep(cycle.length(), until - i).fill(values, i, until, step - cycle.start(), etaMin + half, half);
            i = until;
        }
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
            return new Cycle(k - k % t0, t0);
        }
        var cycle = new Cycle(0, t0);
        while (k - cycle.start() >= cycle.length()) {
            boolean overflows = cycle.length() > Long.MAX_VALUE / 4 / tMult;
            cycle = new Cycle(cycle.end(), overflows ? Long.MAX_VALUE / 4 : cycle.length() * tMult);
        }
        return cycle;
    }
}
