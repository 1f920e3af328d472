package dev.annealer.table;

import dev.annealer.progress.Progress;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
        return read(new Source(file, charset, progress, size), sample, whole);
    }

    private static Table read(Source source, String sample, boolean whole) throws TableException, IOException {
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

    private static Table delimited(Source source, Dialect dialect) throws TableException, IOException {
        RowSink sink;
        try {
            sink = source.read((text, watch) -> new DelimitedReader(dialect, watch).read(text));
        } catch (TableException e) {
            if (dialect.splitting() != Dialect.Splitting.QUOTED) {
                throw e;
            }
            // A stray quote, or one far below, makes a CSV parser give up where a person still sees columns.
            sink = lenient(source, dialect);
        }
        return checked(new Table(
                FileKinds.of(dialect.header(), dialect.delimiter()),
                dialect.inWords(),
                sink.columns(),
                sink.rows(),
                sink.skipped().first(),
                sink.skipped().count()), dialect);
    }

    private static RowSink lenient(Source source, Dialect dialect) throws TableException, IOException {
        try {
            return source.read((text, watch) -> new DelimitedReader(dialect.withQuotes(), watch).read(text));
        } catch (TableException _) {
            Dialect brackets = dialect.with(Dialect.Splitting.BRACKETS);
            return source.read((text, watch) -> new DelimitedReader(brackets, watch).read(text));
        }
    }

    /// What to do with the text.
    private interface Reading<T> {
        T read(Reader text, Watch watch) throws TableException, IOException;
    }

    /// The file as text, as often as it is wanted.
    private record Source(Path file, Charset charset, Progress progress, long size) {
        <T> T read(Reading<T> reading) throws TableException, IOException {
            try (var in = new CountingStream(new BufferedInputStream(Files.newInputStream(file), SAMPLE));
                    Reader text = skippingMark(new InputStreamReader(in, charset))) {
                return reading.read(text, new Watch(progress, in::count, size));
            }
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

    private static Reader skippingMark(InputStreamReader reader) throws IOException {
        var buffered = new BufferedReader(reader, SAMPLE);
        buffered.mark(1);
        if (buffered.read() != '\uFEFF') {
            buffered.reset();
        }
        return buffered;
    }

    /// Counts the bytes that have gone through.
    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
