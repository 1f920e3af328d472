package dev.annealer.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/// Writes a table as plain CSV.
public final class TableCsv {
    private TableCsv() {}

    /// Comma, point, one header, `\n`. Numbers round-trip; a cell that holds no number is empty.
    public static void write(Table table, Writer writer) throws IOException {
        try {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
            csv.writeRecord(table.columns().stream().map(Column::name).toList());
            String[] cells = new String[table.columns().size()];
            for (int row = 0; row < table.rows(); row++) {
                for (int i = 0; i < cells.length; i++) {
                    Column column = table.columns().get(i);
                    cells[i] = column.isMissing(row) ? "" : text(column.get(row));
                }
                csv.writeRecord(cells);
            }
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Whole numbers without a point, so that steps look like steps.
    private static String text(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole && 1 / value != Double.NEGATIVE_INFINITY ? Long.toString((long) value) : Double.toString(value);
    }
}
