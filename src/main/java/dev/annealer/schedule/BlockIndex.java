package dev.annealer.schedule;

import dev.annealer.progress.Progress;
import java.util.concurrent.CancellationException;

/// Where the extremes of blocks of steps lie, for a function that has no closed form of them; so that the extremes of any
/// range cost two pieces of a block and the blocks between.
final class BlockIndex {
    /// The longest array that a function of {@link #over} is given.
    static final int MOST_AT_ONCE = 1 << 13;

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
        for (int i = 0; i < blocks; i++) {
            set(i, Extremes.NONE);
        }
    }

    /// Sets the first `count` of `values` to those of steps `step`, `step + 1`, …
    interface Values {
        void fill(double[] values, int count, long step);
    }

    /// Asks `function` for every step of [0, length), in order.
    static BlockIndex over(Values function, long length, Progress progress) {
        var index = new BlockIndex(length);
        var values = new double[(int) Math.min(length, MOST_AT_ONCE)];
        for (long step = 0; step < length; step += values.length) {
            int count = (int) Math.min(values.length, length - step);
            function.fill(values, count, step);
            index.take(values, count, step);
            progress.done((double) step / length);
            if (progress.isCancelled()) {
                throw new CancellationException();
            }
        }
        return index;
    }

    private void take(double[] values, int count, long step) {
        int i = 0;
        while (i < count) {
            int j = (int) ((step + i) / block);
            int until = (int) Math.min(count, (j + 1) * block - step);
            set(j, get(j).and(Extremes.of(values, i, until, step + i)));
            i = until;
        }
    }

    private void set(int i, Extremes extremes) {
        argMin[i] = extremes.argMin();
        argMax[i] = extremes.argMax();
        min[i] = extremes.min();
        max[i] = extremes.max();
    }

    private Extremes get(int i) {
        return new Extremes(min[i], argMin[i], max[i], argMax[i]);
    }

    /// The steps of the least and the greatest value of [from, to), with the ends of the range.
    ///
    /// @param scheduler whose factors it was made of
    long[] landmarks(Scheduler scheduler, long from, long to) {
        long firstWhole = Math.ceilDiv(from, block);
        long lastWhole = Math.min(to / block, min.length);
        Extremes extremes = scan(scheduler, from, Math.min(to, firstWhole * block));
        for (long i = firstWhole; i < lastWhole; i++) {
            extremes = extremes.and(get((int) i));
        }
        if (lastWhole >= firstWhole) {
            extremes = extremes.and(scan(scheduler, Math.max(from, lastWhole * block), to));
        }
        return Landmarks.of(from, to).add(extremes.argMin()).add(extremes.argMax()).toArray();
    }

    private static Extremes scan(Scheduler scheduler, long from, long to) {
        Extremes extremes = Extremes.NONE;
        var factors = new double[Math.clamp(to - from, 0, MOST_AT_ONCE)];
        for (long step = from; step < to; step += factors.length) {
            int count = (int) Math.min(factors.length, to - step);
            scheduler.fill(factors, 0, count, step, Group.UNIT);
            extremes = extremes.and(Extremes.of(factors, 0, count, step));
        }
        return extremes;
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
