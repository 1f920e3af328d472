package dev.annealer.table;

/// What the numbers of a column say about it, for files whose names say nothing.
final class ColumnValues {
    private static final double LEAST_SWEEP = 10;
    private static final double GREATEST_LR = 1000;
    private static final double LEAST_LOGARITHM = -25;
    private static final double GREATEST_LOGARITHM = 4;
    private static final int RISES_FOR_A_FALL = 20;

    private double least = Double.POSITIVE_INFINITY;
    private double leastPositive = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private int rises;
    private int falls;
    private int negative;
    private int finite;
    private boolean whole = true;

    ColumnValues(Column column) {
        double last = Double.NaN;
        for (int i = 0; i < column.size(); i++) {
            double value = column.get(i);
            if (Double.isFinite(value)) {
                add(value, last);
                last = value;
            }
        }
    }

    private void add(double value, double last) {
        finite++;
        negative += value < 0 ? 1 : 0;
        rises += value > last ? 1 : 0;
        falls += value < last ? 1 : 0;
        whole &= value == Math.rint(value);
        least = Math.min(least, value);
        leastPositive = value > 0 ? Math.min(leastPositive, value) : leastPositive;
        greatest = Math.max(greatest, value);
    }

    double least() {
        return least;
    }

    /// Whether the numbers can only be logarithms, if they are learning rates at all.
    boolean isMostlyNegative() {
        return negative * 2 > finite;
    }

    /// Whether they rise, over a decade or more and not by whole numbers, as the learning rates of a range test do.
    boolean isSweep() {
        return isRising() && least >= 0 && greatest / leastPositive >= LEAST_SWEEP && greatest <= GREATEST_LR;
    }

    /// The same for logarithms.
    boolean isSweepOfLogarithms() {
        return isRising() && least < -1 && least > LEAST_LOGARITHM && greatest < GREATEST_LOGARITHM && greatest - least >= 1;
    }

    private boolean isRising() {
        return rises > 0 && falls <= rises / RISES_FOR_A_FALL && !whole;
    }

    /// 0, 1, 2 … or 10, 20, 30 …
    static boolean count(Column column) {
        if (column.size() < 3 || column.numeric() < column.size()) {
            return false;
        }
        double by = column.get(1) - column.get(0);
        for (int i = 1; i < column.size(); i++) {
            if (column.get(i) - column.get(i - 1) != by) {
                return false;
            }
        }
        return by >= 1 && by == Math.rint(by) && column.get(0) == Math.rint(column.get(0));
    }
}
