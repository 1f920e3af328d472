package dev.annealer.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// What was understood of a foreign file.
///
/// @param kind what the file is, in words: `CSV`, `Hugging Face trainer state`
/// @param dialect how it is written, as name and value, in the order in which to show them
/// @param columns of the same length, in the file's order; text columns among them, as NaN
/// @param rows how many there are
/// @param skipped the first of the lines that did not become rows
/// @param skippedCount how many did not
public record Table(
        String kind, Map<String, String> dialect, List<Column> columns, int rows, List<Skipped> skipped, long skippedCount) {
    private static final int MOST_NAMES = 8;

    public Table {
        columns = List.copyOf(columns);
        skipped = List.copyOf(skipped);
    }

    /// The position of the column called `name`; where there is none, of the one whose name differs only in case.
    public OptionalInt indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// The columns' names for a message, the first of many.
    public String namesInShort() {
        List<String> names = columns.stream().limit(MOST_NAMES).map(column -> "`" + column.name() + "`").toList();
        return String.join(", ", names) + (columns.size() > MOST_NAMES ? " …" : "");
    }

    /// What files with the same columns have in common.
    public String header() {
        return String.join("\t", columns.stream().map(Column::name).toList());
    }
}
