package dev.annealer.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes the cells of delimited text, row by row, into columns.
final class RowSink {
    private final Dialect dialect;
    private final NumberCell cell;
    private final SkippedLines skipped = new SkippedLines();
    private final List<ColumnBuilder> columns = new ArrayList<>();
    private final List<String> names;
    private double[] values = new double[0];
    private NumberCell.Kind[] kinds = new NumberCell.Kind[0];
    private int rows;
    private int width;
    private boolean sameAsHeader;
    private long line;
    private long lastLine;
    private boolean begun;

    RowSink(Dialect dialect) {
        this.dialect = dialect;
        cell = new NumberCell(dialect.decimalComma());
        names = new ArrayList<>(dialect.header());
        if (dialect.indexFirst()) {
            names.addFirst("");
        }
    }

    /// For rows that are not the first ones of a file, and have no header above them.
    static RowSink below(Dialect dialect) {
        var sink = new RowSink(dialect);
        sink.makeColumns();
        return sink;
    }

    SkippedLines skipped() {
        return skipped;
    }

    int rows() {
        return rows;
    }

    /// Where the last row that came to its end began; 0 before the first.
    long lastLine() {
        return lastLine;
    }

    void begin(long lineNumber) {
        line = lineNumber;
        width = 0;
        sameAsHeader = true;
        begun = true;
    }

    void add(char[] text, int offset, int length) {
        NumberCell.Kind kind = cell.parse(text, offset, length);
        if (kind != NumberCell.Kind.NUMBER && sameAsHeader && width < dialect.header().size()) {
            sameAsHeader = new String(text, offset, length).strip().equals(dialect.header().get(width));
        }
        add(kind, cell.value());
    }

    void add(double value) {
        add(NumberCell.Kind.NUMBER, value);
    }

    private void add(NumberCell.Kind kind, double value) {
        if (width == values.length) {
            grow();
        }
        sameAsHeader &= kind != NumberCell.Kind.NUMBER;
        kinds[width] = kind;
        values[width++] = value;
    }

    private void grow() {
        int size = Math.max(16, values.length * 2);
        values = Arrays.copyOf(values, size);
        kinds = Arrays.copyOf(kinds, size);
    }

    void end() {
        if (!begun) {
            return;
        }
        begun = false;
        lastLine = line;
        if (width == 0 || columns.isEmpty() && line <= dialect.headerLine()) {
            return;
        }
        if (columns.isEmpty()) {
            makeColumns();
        }
        int expected = columns.size();
        boolean trailing = width == expected + 1 && kinds[width - 1] == NumberCell.Kind.MISSING;
        if (width > expected && !trailing) {
            skipped.add(line, cells(expected));
        } else if (sameAsHeader && width == dialect.header().size() && width > 0) {
            skipped.add(line, "the header again");
        } else if (width < expected && (width == 1 || lastIsText())) {
            skipped.add(line, cells(expected));
        } else {
            keep();
        }
    }

    private String cells(int expected) {
        String columnsExpected = expected == 1 ? "is 1 column" : "are " + expected + " columns";
        return width + (width == 1 ? " cell" : " cells") + " where there " + columnsExpected;
    }

    private boolean lastIsText() {
        return kinds[width - 1] == NumberCell.Kind.TEXT;
    }

    private void makeColumns() {
        int count = names.isEmpty() ? dialect.width() : names.size();
        for (int i = 0; i < count; i++) {
            String name = names.isEmpty() ? "column " + (i + 1) : names.get(i);
            columns.add(new ColumnBuilder(unused(name.isBlank() ? i == 0 ? "index" : "column " + (i + 1) : name)));
        }
    }

    private String unused(String name) {
        String candidate = name;
        for (int i = 2; isUsed(candidate); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }

    private boolean isUsed(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    private void keep() {
        for (int i = 0; i < columns.size(); i++) {
            ColumnBuilder column = columns.get(i);
            NumberCell.Kind kind = i < width ? kinds[i] : NumberCell.Kind.MISSING;
            switch (kind) {
                case NUMBER -> column.add(values[i]);
                case TEXT -> column.addText();
                case MISSING -> column.addMissing();
            }
        }
        rows++;
    }

    List<Column> columns() {
        return columns.stream().map(ColumnBuilder::build).toList();
    }
}
