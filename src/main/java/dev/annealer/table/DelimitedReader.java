package dev.annealer.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.annealer.table.Dialect.Splitting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads delimited text of a known dialect.
final class DelimitedReader {
    private static final int LONGEST_LINE = 16 << 20;

    private final Dialect dialect;
    private final RowParts rows = new RowParts();

    DelimitedReader(Dialect dialect) {
        this.dialect = dialect;
    }

    /// Reads `file`, once for each reader.
    RowParts read(TextFile file) throws IOException, TableException {
        if (dialect.splitting() != Splitting.QUOTED) {
            rows.add(file.read(this::readLines));
        } else if (!file.hasLinesOfBytes() || !file.readBytes((in, watch) -> new PlainReader(dialect, watch, rows).read(in))) {
            rows.add(file.readFrom(rows.bytes(), this::readQuoted));
        }
        return rows;
    }

    /// The rows of all lines, or of those below {@link #rows}.
    RowSink readQuoted(Reader text, Watch watch) throws IOException, TableException {
        RowSink sink = rows.lines() == 0 ? new RowSink(dialect) : RowSink.below(dialect);
        var builder = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .commentStrategy(CommentStrategy.SKIP)
                .commentCharacter(dialect.commentMark())
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(dialect.quotes())
                .trimWhitespacesAroundQuotes(dialect.quotes())
                .maxBufferSize(LONGEST_LINE);
        try (CsvReader<RowSink> reader = builder.build(new Handler(sink), text)) {
            for (RowSink _ : reader) {
                watch.afterRow();
            }
        } catch (CsvParseException e) {
            throw unreadable(rows.lastLine(sink), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return sink;
    }

    private static TableException unreadable(long last, CsvParseException e) {
        String why = String.valueOf(e.getMessage()).contains("buffer") ? "a cell is longer than 16 MiB" : "the cells "
                + "can't be told apart";
        return new TableException("after line " + last, why, "look for an unclosed quote there");
    }

    /// Hands each field on as it is parsed; a record's value is where they went.
    private static final class Handler extends AbstractBaseCsvCallbackHandler<RowSink> {
        private final RowSink sink;

        Handler(RowSink sink) {
            this.sink = sink;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            sink.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            sink.add(buffer, offset, length);
        }

        @Override
        protected @Nullable RowSink buildRecord() {
            sink.end();
            return sink;
        }
    }

    private RowSink readLines(Reader text, Watch watch) throws IOException {
        var sink = new RowSink(dialect);
        var lines = new BufferedReader(text);
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || DialectSniffer.isComment(line)) {
                continue;
            }
            List<String> cells = DialectSniffer.split(line, dialect.delimiter(), dialect.splitting());
            sink.begin(number);
            for (String cell : cells) {
                char[] chars = cell.toCharArray();
                sink.add(chars, 0, chars.length);
            }
            sink.end();
            watch.afterRow();
        }
        return sink;
    }
}
