package dev.annealer.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Cells in aligned columns.
final class TextTable {
    private static final String GAP = "  ";

    private final String indent;
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> rightAligned = new HashSet<>();

    TextTable(String indent) {
        this.indent = indent;
    }

    void alignRight(Integer... columns) {
        rightAligned.addAll(List.of(columns));
    }

    void row(String... cells) {
        rows.add(Stream.of(cells).map(Printable::text).toList());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// The rows, each with a newline and without blanks before it.
    @Override
    public String toString() {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        var text = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringBuilder(indent);
            for (int i = 0; i < row.size(); i++) {
                String padding = " ".repeat(widths[i] - row.get(i).codePointCount(0, row.get(i).length()));
                line.append(i == 0 ? "" : GAP).append(rightAligned.contains(i) ? padding + row.get(i) : row.get(i) + padding);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
