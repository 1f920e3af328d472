package dev.annealer.schedule;

/// `gamma ** k` for whole k, one after the other: the power of a block's first k times a table of the block's own powers.
///
/// Blocks begin at multiples of their size, so that a step has the same bits alone and among others. Against one exact power the
/// error is below 3 units in the last place (up to the first block's end it is that of {@link Math#pow}); a power that is below
/// the smallest normal double may be off by some of the smallest of all.
final class Powers {
    /// Few enough that a table costs less than the thousands of steps that are commonly asked for.
    private static final int BLOCK = 256;

    private Powers() {}

    static double of(double gamma, long k) {
        long inBlock = k % BLOCK;
        return Math.pow(gamma, k - inBlock) * Math.pow(gamma, inBlock);
    }

    /// Sets `values[from … to-1]` to `factor` times the powers of `k`, `k + 1`, …
    static void fill(double[] values, int from, int to, long k, double gamma, double factor) {
        double[] table = table(gamma, Math.min(BLOCK, k % BLOCK + (to - from)));
        int i = from;
        while (i < to) {
            long step = k + (i - from);
            int inBlock = (int) (step % BLOCK);
            int count = Math.min(BLOCK - inBlock, to - i);
            double first = Math.pow(gamma, step - inBlock);
            for (int j = 0; j < count; j++) {
                values[i + j] = factor * (first * table[inBlock + j]);
            }
            i += count;
        }
    }

    private static double[] table(double gamma, long size) {
        var table = new double[(int) size];
        for (int i = 0; i < table.length; i++) {
            table[i] = Math.pow(gamma, i);
        }
        return table;
    }
}
