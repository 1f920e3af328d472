package dev.annealer.table;

import java.util.Arrays;

/// A column that is being read.
final class ColumnBuilder {
    private static final int FIRST_SIZE = 16;

    private final String name;
    private double[] values = new double[FIRST_SIZE];
    private int size;
    private int numeric;
    private int empty;
    private boolean lastIsNumber;

    ColumnBuilder(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    int size() {
        return size;
    }

    void add(double value) {
        push(value);
        numeric++;
        lastIsNumber = true;
    }

    void addText() {
        push(Column.MISSING);
    }

    void addMissing() {
        push(Column.MISSING);
        empty++;
    }

    /// Fills up with missing cells to `rows`.
    void padTo(int rows) {
        while (size < rows) {
            addMissing();
        }
    }

    /// Takes back what lies beyond `rows`, which is one cell at the most.
    void cutTo(int rows) {
        if (size > rows) {
            size = rows;
            numeric -= lastIsNumber ? 1 : 0;
        }
    }

    private void push(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        lastIsNumber = false;
        values[size++] = value;
    }

    Column build() {
        return new Column(name, Arrays.copyOf(values, size), numeric, empty);
    }
}
