package dev.annealer.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table that grows out of JSON: rows of named values, or whole columns.
final class JsonRows {
    private static final int MOST_COLUMNS = 2000;

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
        columns.computeIfAbsent(name, ColumnBuilder::new).add(value);
    }

    /// Names for columns that are called by their position.
    void nameColumns(List<String> given) {
        names = List.copyOf(given);
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

    private Column renamed(Column column) {
        boolean byPosition = column.name().matches("\\d{1,4}") && Integer.parseInt(column.name()) < names.size();
        return byPosition
                ? new Column(names.get(Integer.parseInt(column.name())), column.toArray(), column.numeric(), column.missing())
                : column;
    }

    /// The columns of the length that most have; of the greatest such length.
    List<Column> columnsOfOneLength() {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        columns.values().forEach(column -> counts.merge(column.size(), 1, Integer::sum));
        int length = counts.entrySet().stream()
                .max((a, b) -> a.getValue().equals(b.getValue())
                        ? Integer.compare(a.getKey(), b.getKey())
                        : Integer.compare(a.getValue(), b.getValue()))
                .map(Map.Entry::getKey)
                .orElse(0);
        return columns.values().stream()
                .filter(column -> column.size() == length)
                .map(ColumnBuilder::build)
                .toList();
    }
}
