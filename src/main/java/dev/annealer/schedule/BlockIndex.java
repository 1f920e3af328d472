package dev.annealer.schedule;

import dev.annealer.progress.Progress;
import java.util.concurrent.CancellationException;
import java.util.function.LongToDoubleFunction;

/// Where the extremes of blocks of steps lie, for a function that has no closed form of them; so that the extremes of any
/// range cost two pieces of a block and the blocks between.
final class BlockIndex {
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

    /// Asks `function` for every step of [0, length), in order.
    static BlockIndex over(LongToDoubleFunction function, long length, Progress progress) {
        var index = new BlockIndex(length);
        for (int i = 0; i < index.min.length; i++) {
            long from = i * index.block;
            index.set(i, scan(function, from, Math.min(length, from + index.block)));
            progress.done((double) i / index.min.length);
            if (progress.isCancelled()) {
                throw new CancellationException();
            }
        }
        return index;
    }

    private void set(int i, Extremes extremes) {
        argMin[i] = extremes.argMin();
        argMax[i] = extremes.argMax();
        min[i] = extremes.min();
        max[i] = extremes.max();
    }

    /// The steps of the least and the greatest value of [from, to), with the ends of the range.
    long[] landmarks(LongToDoubleFunction function, long from, long to) {
        long firstWhole = Math.ceilDiv(from, block);
        long lastWhole = Math.min(to / block, min.length);
        Extremes extremes = scan(function, from, Math.min(to, firstWhole * block));
        for (long i = firstWhole; i < lastWhole; i++) {
            int j = (int) i;
            extremes = extremes.and(new Extremes(min[j], argMin[j], max[j], argMax[j]));
        }
        if (lastWhole >= firstWhole) {
            extremes = extremes.and(scan(function, Math.max(from, lastWhole * block), to));
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

    private static Extremes scan(LongToDoubleFunction function, long from, long to) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        long argMin = -1;
        long argMax = -1;
        for (long step = from; step < to; step++) {
            double value = function.applyAsDouble(step);
            if (value < min) {
                min = value;
                argMin = step;
            }
            if (value > max) {
                max = value;
                argMax = step;
            }
        }
        return new Extremes(min, argMin, max, argMax);
    }
}
