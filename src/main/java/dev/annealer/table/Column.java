package dev.annealer.table;

import java.util.List;

/// One named column of a table, as numbers.
///
/// A cell that holds no number is NaN; so is one that says `nan`. {@link #isMissing} tells them apart.
public final class Column {
    /// The NaN of cells without a number: one of another payload than computations give, as R's NA is.
    static final double MISSING = Double.longBitsToDouble(0x7FF8_0000_0000_07A2L);

    private static final long MISSING_BITS = Double.doubleToRawLongBits(MISSING);

    private final String name;
    private final double[] values;
    private final int numeric;
    private final int missing;

    /// @param values one for each row; not copied, and not to be changed by the caller
    /// @param numeric how many cells hold a number, `nan` and `inf` among them
    /// @param missing how many are empty
    Column(String name, double[] values, int numeric, int missing) {
        this.name = name;
        this.values = values;
        this.numeric = numeric;
        this.missing = missing;
    }

    /// A column of numbers that are all there.
    public static Column of(String name, double... values) {
        return new Column(name, values.clone(), values.length, 0);
    }

    /// The cells of several columns, one below the other, under the first one's name.
    static Column joined(List<Column> parts) {
        double[] all = new double[parts.stream().mapToInt(Column::size).sum()];
        int at = 0;
        for (Column part : parts) {
            System.arraycopy(part.values, 0, all, at, part.size());
            at += part.size();
        }
        return new Column(
                parts.getFirst().name,
                all,
                parts.stream().mapToInt(Column::numeric).sum(),
                parts.stream().mapToInt(Column::missing).sum());
    }

    Column named(String other) {
        return new Column(other, values, numeric, missing);
    }

    public String name() {
        return name;
    }

    public int size() {
        return values.length;
    }

    public double get(int row) {
        return values[row];
    }

    /// Whether the cell holds no number at all, not even `nan`.
    public boolean isMissing(int row) {
        return Double.doubleToRawLongBits(values[row]) == MISSING_BITS;
    }

    /// How many cells hold a number; the others are empty or text.
    public int numeric() {
        return numeric;
    }

    /// How many cells are empty, or say `None` and the like.
    public int missing() {
        return missing;
    }

    /// Whether it holds text rather than numbers.
    public boolean isText() {
        return numeric == 0 && missing < values.length;
    }

    public double[] toArray() {
        return values.clone();
    }
}
