package dev.annealer.schedule;

import java.util.function.LongFunction;

/// `low + (high - low) * (1 + cos(pi * position / half)) / 2`, cycle after cycle, in the order of PyTorch's operations.
record CosineCycles(double high, double low) {
    /// @param start the local step it begins at
    /// @param length its steps
    /// @param half the position at which the cosine is at its foot
    record Cycle(long start, long length, long half) {
        long end() {
            return start + length;
        }
    }

    double at(long k, Cycle cycle) {
        double angle = Math.PI * (k - cycle.start()) / cycle.half();
        return low + (high - low) * Cosines.onePlusCos(angle) / 2;
    }

    /// Sets `values[from … to-1]` to the values at `k`, `k + 1`, …
    void fill(double[] values, int from, int to, long k, LongFunction<Cycle> cycleAt) {
        int i = from;
        while (i < to) {
            long step = k + (i - from);
            Cycle cycle = cycleAt.apply(step);
            long left = Math.min(cycle.end() - step, Cosines.BLOCK);
            int until = (int) Math.min(to, i + left);
            fill(values, i, until, step, cycle);
            i = until;
        }
    }

    private void fill(double[] values, int from, int to, long k, Cycle cycle) {
        // An int and a double are added four or eight at a time; the sum is exact, as steps are below 2^52.
        double first = (double) (k - cycle.start()) - from;
        double half = cycle.half();
        for (int i = from; i < to; i++) {
            values[i] = Math.PI * (first + i) / half;
        }
        Cosines.onePlusCos(values, from, to);
        double way = high - low;
        for (int i = from; i < to; i++) {
            values[i] = low + way * values[i] / 2;
        }
    }
}
