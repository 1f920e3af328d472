package dev.annealer.document;

import java.util.Arrays;

/// Immutable numbers in a row: the metric's values.
public final class Series {
    public static final Series EMPTY = new Series(new double[0]);

    private final double[] values;

    private Series(double[] values) {
        this.values = values;
    }

    public static Series of(double... values) {
        return new Series(values.clone());
    }

    public int size() {
        return values.length;
    }

    public double get(int index) {
        return values[index];
    }

    /// The values from position `start` on; none where the series ends before it.
    public Series from(long start) {
        return start >= values.length ? EMPTY : new Series(Arrays.copyOfRange(values, (int) start, values.length));
    }

    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series series && Arrays.equals(values, series.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
