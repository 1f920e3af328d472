package dev.annealer.table;

import dev.annealer.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Any file of numbers to a {@link Table}: its encoding, its shape and its dialect are recognised, not asked.
public final class TableReader {
    private static final int SAMPLE = 1 << 16;
    private static final String REMEDY = "a run is a CSV, TSV or JSON file with a column for the learning rate and "
            + "one for the loss";

    private TableReader() {}

    /// Reads `file` once; memory beyond the columns does not grow with it.
    ///
    /// @throws TableException where it is no table
    /// @throws IOException where it can't be read
    /// @throws java.util.concurrent.CancellationException where `progress` says so
    public static Table read(Path file, Progress progress) throws TableException, IOException {
        try {
            return readAll(file, progress);
        } catch (OutOfMemoryError _) {
            // The columns are all that fills the memory, and they are gone now.
            throw new TableException(
                    "the table does not fit into the " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB that Java has",
                    "cut it, or give Java more, with -Xmx8g");
        }
    }

    private static Table readAll(Path file, Progress progress) throws TableException, IOException {
        long size = Files.size(file);
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(SAMPLE);
        }
        if (start.length == 0) {
            throw new TableException("the file is empty", REMEDY);
        }
        if (EventFileReader.recognises(start)) {
            return EventFileReader.read(file, progress);
        }
        boolean whole = start.length < SAMPLE;
        Charset charset = Encodings.detect(start, whole);
        String sample = withoutMark(new String(start, charset));
        if (sample.isBlank()) {
            throw new TableException("the file holds nothing but blanks", REMEDY);
        }
        return read(new TextFile(file, charset, progress, size), sample, whole);
    }

    private static Table read(TextFile source, String sample, boolean whole) throws TableException, IOException {
        Map<String, String> encoding = new LinkedHashMap<>(Map.of("encoding", source.charset().name()));
        if (JsonTableReader.recognises(sample)) {
            boolean lines = JsonTableReader.isLines(sample);
            boolean python = PythonLiterals.recognises(sample);
            if (python) {
                encoding.put("syntax", "Python");
            }
            return source.read((text, watch) -> {
                var json = new JsonTableReader(watch);
                Reader reader = python ? new PythonLiterals(text) : text;
                return lines ? json.readLines(reader, encoding) : json.readWhole(reader, encoding);
            });
        }
        Optional<Dialect> dialect = new DialectSniffer(sample, whole).sniff(source.charset());
        boolean named = dialect.isPresent() && FileKinds.hasRoleByName(dialect.get().header());
        if (!named && KeyValueReader.recognises(sample)) {
            return source.read((text, watch) -> {
                var log = new KeyValueReader();
                log.read(text, watch);
                return log.table(encoding);
            });
        }
        if (dialect.isEmpty()) {
            throw new TableException("the lines have no cells in common", REMEDY);
        }
        return delimited(source, dialect.get());
    }

    private static Table delimited(TextFile source, Dialect dialect) throws TableException, IOException {
        RowParts rows;
        try {
            rows = new DelimitedReader(dialect).read(source);
        } catch (TableException e) {
            if (dialect.splitting() != Dialect.Splitting.QUOTED) {
                throw e;
            }
            // A stray quote, or one far below, makes a CSV parser give up where a person still sees columns.
            rows = lenient(source, dialect);
        }
        return checked(new Table(
                FileKinds.of(dialect.header(), dialect.delimiter()),
                dialect.inWords(),
                rows.columns(),
                rows.rows(),
                rows.skipped().first(),
                rows.skipped().count()), dialect);
    }

    private static RowParts lenient(TextFile source, Dialect dialect) throws TableException, IOException {
        try {
            return new DelimitedReader(dialect.withQuotes()).read(source);
        } catch (TableException _) {
            return new DelimitedReader(dialect.with(Dialect.Splitting.BRACKETS)).read(source);
        }
    }

    private static Table checked(Table table, Dialect dialect) throws TableException {
        if (table.rows() == 0) {
            String header = dialect.headerLine() > 0 ? "there is a header and nothing below it" : "there are no rows of numbers";
            throw new TableException(header, REMEDY);
        }
        long numbers = table.columns().stream().mapToLong(Column::numeric).sum();
        if (numbers == 0 || table.skippedCount() > table.rows()) {
            List<Skipped> skipped = table.skipped();
            String place = skipped.isEmpty() ? "" : "line " + skipped.getFirst().line();
            String why = skipped.isEmpty() ? "" : " (" + skipped.getFirst().why() + ")";
            throw new TableException(place, "this is no table of numbers" + why, REMEDY);
        }
        return table;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
