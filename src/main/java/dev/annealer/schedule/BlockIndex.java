package dev.annealer.schedule;

import dev.annealer.progress.Progress;
import java.util.concurrent.CancellationException;

/// Where the extremes of blocks of steps lie, for a function that has no closed form of them; so that the extremes of any
/// range cost two pieces of a block and the blocks between.
final class BlockIndex {
    /// The longest array that a function of {@link #over} is given.
    static final int MOST_AT_ONCE = 1 << 12;

    private static final int MOST_BLOCKS = 1 << 14;
    private static final int LEAST_BLOCK = 256;
    /// How many steps of a range are looked at while there is no index yet.
    private static final int SAMPLES = 128;

    private final long block;
    private final long[] argMin;
    private final long[] argMax;
    private final double[] min;
    private final double[] max;

    private BlockIndex(long length) {
        block = Math.max(LEAST_BLOCK, Math.ceilDiv(length, MOST_BLOCKS));
        int blocks = Math.toIntExact(Math.ceilDiv(length, block));
        argMin = new long[blocks];
        argMax = new long[blocks];
        min = new double[blocks];
        max = new double[blocks];
    }

    /// Sets the first `count` of `values` to those of steps `step`, `step + 1`, …
    interface Values {
        void fill(double[] values, int count, long step);
    }

    /// Asks `function` for every step of [0, length), in order.
    static BlockIndex over(Values function, long length, Progress progress) {
        var index = new BlockIndex(length);
        var values = new double[(int) Math.min(index.block, MOST_AT_ONCE)];
        for (int i = 0; i < index.min.length; i++) {
            long from = i * index.block;
            index.set(i, extremes(function, from, Math.min(length, from + index.block), values));
            progress.done((double) i / index.min.length);
            if (progress.isCancelled()) {
                throw new CancellationException();
            }
        }
        return index;
    }

    private static Extremes extremes(Values function, long from, long to, double[] values) {
        Extremes extremes = Extremes.NONE;
        for (long step = from; step < to; step += values.length) {
            int count = (int) Math.min(values.length, to - step);
            function.fill(values, count, step);
            extremes = extremes.and(Extremes.of(values, count, step));
        }
        return extremes;
    }

    private void set(int i, Extremes extremes) {
        argMin[i] = extremes.argMin();
        argMax[i] = extremes.argMax();
        min[i] = extremes.min();
        max[i] = extremes.max();
    }

    /// The steps of the least and the greatest value of [from, to), with the ends of the range.
    ///
    /// @param scheduler whose factors it was made of
    long[] landmarks(Scheduler scheduler, long from, long to) {
        Values factors = (values, count, step) -> scheduler.fill(values, 0, count, step, Group.UNIT);
        var values = new double[(int) Math.min(block, MOST_AT_ONCE)];
        long firstWhole = Math.ceilDiv(from, block);
        long lastWhole = Math.min(to / block, min.length);
        Extremes extremes = extremes(factors, from, Math.min(to, firstWhole * block), values);
        for (long i = firstWhole; i < lastWhole; i++) {
            int j = (int) i;
            extremes = extremes.and(new Extremes(min[j], argMin[j], max[j], argMax[j]));
        }
        if (lastWhole >= firstWhole) {
            extremes = extremes.and(extremes(factors, Math.max(from, lastWhole * block), to, values));
        }
        return Landmarks.of(from, to).add(extremes.argMin()).add(extremes.argMax()).toArray();
    }

    /// An even sample, for as long as there is no index.
    static long[] sample(long from, long to) {
        var landmarks = Landmarks.of(from, to);
        double stride = Math.max(1, (double) (to - from) / SAMPLES);
        for (double step = from; step < to; step += stride) {
            landmarks.add((long) step);
        }
        return landmarks.toArray();
    }
}
