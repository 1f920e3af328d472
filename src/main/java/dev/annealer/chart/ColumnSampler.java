package dev.annealer.chart;

import dev.annealer.trace.Curve;

/// A curve of any number of points as what a chart of so many pixel columns can show of it: in each column its first and last
/// value and its extremes, where they are.
final class ColumnSampler {
    private static final int POINTS_A_COLUMN = 4;

    private final double[] positions;
    private final double from;
    private final double perColumn;
    private final double[] sampledAt;
    private final double[] sampled;
    private int size;

    /// @param positions rising
    /// @param to above `from`
    ColumnSampler(double[] positions, double from, double to, int columns) {
        this.positions = positions;
        this.from = from;
        this.perColumn = (to - from) / columns;
        int most = Math.min(positions.length, POINTS_A_COLUMN * (columns + 2) + 2);
        this.sampledAt = new double[most];
        this.sampled = new double[most];
    }

    /// @param first the first point to draw
    /// @param last the point after the last one
    Curve sample(double[] values, int first, int last) {
        size = 0;
        if (last - first <= sampled.length) {
            for (int i = first; i < last; i++) {
                add(i, values);
            }
            return new Curve(sampledAt, sampled, size);
        }
        int start = first;
        while (start < last) {
            int end = start + 1;
            long column = columnOf(start);
            while (end < last && columnOf(end) == column) {
                end++;
            }
            addColumn(values, start, end);
            start = end;
        }
        return new Curve(sampledAt, sampled, size);
    }

    private long columnOf(int point) {
        return (long) Math.floor((positions[point] - from) / perColumn);
    }

    private void addColumn(double[] values, int start, int end) {
        int least = start;
        int greatest = start;
        for (int i = start + 1; i < end; i++) {
            least = values[i] < values[least] ? i : least;
            greatest = values[i] > values[greatest] ? i : greatest;
        }
        int[] inOrder = {start, Math.min(least, greatest), Math.max(least, greatest), end - 1};
        for (int i = 0; i < inOrder.length; i++) {
            if (i == 0 || inOrder[i] != inOrder[i - 1]) {
                add(inOrder[i], values);
            }
        }
    }

    private void add(int point, double[] values) {
        sampledAt[size] = positions[point];
        sampled[size] = Double.isFinite(values[point]) ? values[point] : Double.NaN;
        size++;
    }
}
