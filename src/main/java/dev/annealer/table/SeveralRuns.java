package dev.annealer.table;

import dev.annealer.table.ColumnRoles.Certainty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Runs that lie side by side in one file, each an object of the same arrays, as one table: one below the other.
final class SeveralRuns {
    private SeveralRuns() {}

    /// One table for each set of columns, among them a learning rate and a loss by name, that several tables have.
    static List<Table> of(List<Table> tables) {
        Map<String, List<Table>> alike = new LinkedHashMap<>();
        for (Table table : tables) {
            ColumnRoles roles = ColumnRoles.guess(table);
            boolean named = roles.lrCertainty() == Certainty.NAME && roles.lossCertainty() == Certainty.NAME;
            if (named) {
                alike.computeIfAbsent(table.header(), _ -> new ArrayList<>()).add(table);
            }
        }
        return alike.values().stream().filter(runs -> runs.size() > 1).map(SeveralRuns::below).toList();
    }

    private static Table below(List<Table> runs) {
        Table first = runs.getFirst();
        var dialect = new LinkedHashMap<>(first.dialect());
        dialect.put("inside", runs.size() + " objects");
        List<Column> columns = IntStream.range(0, first.columns().size())
                .mapToObj(i -> Column.joined(runs.stream().map(run -> run.columns().get(i)).toList()))
                .toList();
        int rows = runs.stream().mapToInt(Table::rows).sum();
        return new Table(first.kind(), dialect, columns, rows, first.skipped(), first.skippedCount());
    }
}
