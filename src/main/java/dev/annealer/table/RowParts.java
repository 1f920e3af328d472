package dev.annealer.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The rows of a file, put together from parts that were read one by one.
final class RowParts {
    private final List<List<Column>> parts = new ArrayList<>();
    private final SkippedLines skipped = new SkippedLines();
    private int rows;
    private long lines;
    private long bytes;
    private long lastLine;

    /// @param part the next one, whose lines count from its own beginning
    /// @param partLines how many there are
    /// @param partBytes how many bytes they take in the file
    void add(RowSink part, int partLines, int partBytes) {
        add(part);
        lines += partLines;
        bytes += partBytes;
    }

    /// Adds the last part.
    void add(RowSink part) {
        if (part.rows() > 0) {
            parts.add(part.columns());
        }
        rows += part.rows();
        skipped.addAll(part.skipped(), lines);
        lastLine = lastLine(part);
    }

    SkippedLines skipped() {
        return skipped;
    }

    int rows() {
        return rows;
    }

    /// How many lines the parts have.
    long lines() {
        return lines;
    }

    /// How many bytes of the file they take.
    long bytes() {
        return bytes;
    }

    /// Where in the file the last row begins that came to its end, be it of `part`, which follows, or of those before; 0 before
    /// the first.
    long lastLine(RowSink part) {
        return part.lastLine() > 0 ? lines + part.lastLine() : lastLine;
    }

    List<Column> columns() {
        int width = parts.isEmpty() ? 0 : parts.getFirst().size();
        return IntStream.range(0, width).mapToObj(this::column).toList();
    }

    private Column column(int index) {
        return Column.joined(parts.stream().map(part -> part.get(index)).toList());
    }
}
