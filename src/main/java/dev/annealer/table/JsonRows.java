package dev.annealer.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table that grows out of JSON: rows of named values, or whole columns.
final class JsonRows {
    private static final int MOST_COLUMNS = 2000;
    private static final int FEW_VALUES = 5;

    private final Map<String, ColumnBuilder> columns = new LinkedHashMap<>();
    private List<String> names = List.of();
    private int rows;
    private boolean rowHasValues;

    /// A value of the row that is being read.
    void put(String name, double value) {
        ColumnBuilder column = column(name);
        if (column != null && column.size() == rows) {
            column.add(value);
            rowHasValues = true;
        }
    }

    void putText(String name) {
        ColumnBuilder column = column(name);
        if (column != null && column.size() == rows) {
            column.addText();
        }
    }

    private @Nullable ColumnBuilder column(String name) {
        ColumnBuilder known = columns.get(name);
        if (known == null) {
            if (columns.size() >= MOST_COLUMNS) {
                return null;
            }
            known = new ColumnBuilder(name);
            columns.put(name, known);
        }
        known.padTo(rows);
        return known;
    }

    /// Ends a row; one without a number is none.
    void endRow() {
        if (rowHasValues) {
            rows++;
        } else {
            columns.values().forEach(column -> column.cutTo(rows));
        }
        rowHasValues = false;
    }

    /// Forgets the row that is being read.
    void dropRow() {
        rowHasValues = false;
        endRow();
    }

    /// The next value of one column; columns grow each at its own pace.
    void append(String name, double value) {
        ColumnBuilder column = columnOfItsOwn(name);
        if (column != null) {
            column.add(value);
        }
    }

    /// The next cell of one column, an empty one.
    void appendMissing(String name) {
        ColumnBuilder column = columnOfItsOwn(name);
        if (column != null) {
            column.addMissing();
        }
    }

    private @Nullable ColumnBuilder columnOfItsOwn(String name) {
        return columns.size() < MOST_COLUMNS ? columns.computeIfAbsent(name, ColumnBuilder::new) : columns.get(name);
    }

    /// Puts the values of `other` in place of those that the column has.
    void replace(ColumnBuilder other) {
        columns.put(other.name(), other);
    }

    /// Names for columns that are called by their position.
    void nameColumns(List<String> given) {
        names = List.copyOf(given);
    }

    /// Whether the rows were arrays, whose cells have no names of their own.
    boolean areArrays() {
        return columns.containsKey("0");
    }

    int rows() {
        return rows;
    }

    /// The rows, with every column filled up.
    List<Column> rowColumns() {
        var built = new ArrayList<Column>();
        for (ColumnBuilder column : columns.values()) {
            column.padTo(rows);
            built.add(renamed(column.build()));
        }
        return built;
    }

    /// A cell of an array has its position for a name.
    private Column renamed(Column column) {
        if (!column.name().matches("\\d{1,4}")) {
            return column;
        }
        int position = Integer.parseInt(column.name());
        return column.named(position < names.size() ? names.get(position) : "column " + (position + 1));
    }

    /// The columns of the length that most have, of the greatest such length; with those that differ from it by a few values,
    /// filled up at the end: a run that breaks off has logged one thing more of some than of others.
    List<Column> columnsOfOneLength() {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        columns.values().forEach(column -> counts.merge(column.size(), 1, Integer::sum));
        int length = counts.entrySet().stream()
                .max((a, b) -> a.getValue().equals(b.getValue())
                        ? Integer.compare(a.getKey(), b.getKey())
                        : Integer.compare(a.getValue(), b.getValue()))
                .map(Map.Entry::getKey)
                .orElse(0);
        int slack = length < FEW_VALUES ? 0 : 1 + length / 100;
        List<ColumnBuilder> alike = columns.values().stream()
                .filter(column -> Math.abs(column.size() - length) <= slack)
                .toList();
        int rowsOfAll = alike.stream().mapToInt(ColumnBuilder::size).max().orElse(0);
        alike.forEach(column -> column.padTo(rowsOfAll));
        return alike.stream().map(ColumnBuilder::build).toList();
    }
}
