package dev.annealer.schedule;

/// `middle + amplitude * cos(pi * position / length)` for many positions in a row, by the addition theorem: one exact cosine and
/// sine a block, and a table of the block's own angles. Nothing is carried from block to block, so no error grows: it stays below
/// 4e-16 of the amplitude after any number of steps.
///
/// That is absolute. Near a cosine's zero, where next to nothing is left, {@link Math#cos} step by step keeps more digits; traces
/// and exports use that.
final class CosineSweep {
    private static final int LONGEST_TABLE = 1024;

    private final double length;
    private final double[] cosines;
    private final double[] sines;

    /// @param length positions in half a period
    /// @param wanted how many values will be asked for: the table is as long as makes the fewest cosines in all
    CosineSweep(double length, int wanted) {
        this.length = length;
        int size = Math.clamp((int) Math.sqrt(wanted), 1, LONGEST_TABLE);
        cosines = new double[size];
        sines = new double[size];
        for (int i = 0; i < size; i++) {
            double angle = angle(i);
            cosines[i] = Math.cos(angle);
            sines[i] = Math.sin(angle);
        }
    }

    /// Sets `values[from … to-1]` to those of positions `position`, `position + 1`, …
    void fill(double[] values, int from, int to, double position, double middle, double amplitude) {
        for (int start = from; start < to; start += cosines.length) {
            int count = Math.min(cosines.length, to - start);
            double angle = angle(position + (start - from));
            double cosine = amplitude * Math.cos(angle);
            double sine = amplitude * Math.sin(angle);
            for (int i = 0; i < count; i++) {
                values[start + i] = middle + (cosine * cosines[i] - sine * sines[i]);
            }
        }
    }

    /// The remainder is exact, so that a cosine far from zero is as true as the first.
    private double angle(double position) {
        return Math.PI * (position % (2 * length)) / length;
    }
}
