package dev.annealer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annealer.progress.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of many blocks, read by all processors, against FastCSV reading them from the first line to the last.
class PlainReaderTest {
    private static final int FILES = 120;
    private static final int MOST_ROWS = 12_000;

    @TempDir
    private Path folder;

    private final Random random = new Random(6);
    private int plain;
    private int broken;

    @Test
    void readsRandomFilesAsFastCsvDoes() throws Exception {
        for (int i = 0; i < FILES; i++) {
            check(i, new Writer(i % 2 == 0 ? 0 : 1 + random.nextInt(1 << Oddity.values().length)).bytes());
        }
        assertThat(plain).as("plain to their ends").isBetween(FILES / 2, FILES * 9 / 10);
        assertThat(broken).as("refused").isBetween(5, FILES / 4);
    }

    private void check(int number, byte[] bytes) throws Exception {
        byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, 1 << 16));
        boolean whole = start.length == bytes.length;
        Charset charset = Encodings.detect(start, whole);
        Dialect dialect = new DialectSniffer(new String(start, charset), whole).sniff(charset).orElseThrow();
        Path file = Files.write(folder.resolve("a.csv"), bytes);
        plain += new PlainReader(dialect, watch(), new RowParts()).read(new ByteArrayInputStream(bytes)) ? 1 : 0;
        String expected = general(dialect, bytes, charset);
        broken += expected.startsWith("after") ? 1 : 0;
        String facts = read(dialect, new TextFile(file, charset, Progress.NONE, bytes.length));
        assertThat(facts).as("file %d", number).isEqualTo(expected);
    }

    private static Watch watch() {
        return new Watch(Progress.NONE, () -> 0, 1);
    }

    private static String general(Dialect dialect, byte[] bytes, Charset charset) throws IOException {
        try {
            var text = new InputStreamReader(new ByteArrayInputStream(bytes), charset);
            RowSink sink = new DelimitedReader(dialect).readQuoted(text, watch());
            return facts(sink.rows(), sink.skipped(), sink.columns());
        } catch (TableException e) {
            return e.getMessage();
        }
    }

    private static String read(Dialect dialect, TextFile file) throws IOException {
        try {
            RowParts rows = new DelimitedReader(dialect).read(file);
            return facts(rows.rows(), rows.skipped(), rows.columns());
        } catch (TableException e) {
            return e.getMessage();
        }
    }

    private static String facts(int rows, SkippedLines skipped, List<Column> columns) {
        var facts = new StringBuilder(rows + " rows, " + skipped.count() + " skipped: " + skipped.first() + "\n");
        for (Column column : columns) {
            facts.append(column.name()).append(' ').append(column.numeric()).append(' ').append(column.missing());
            LongStream bits = Arrays.stream(column.toArray()).mapToLong(Double::doubleToRawLongBits);
            facts.append(' ').append(Arrays.hashCode(bits.toArray())).append('\n');
        }
        return facts.toString();
    }

    /// What a file has besides rows of numbers.
    private enum Oddity {
        QUOTED_CELLS,
        BLANKS_AROUND_QUOTES,
        QUOTED_LINES,
        STRAY_QUOTE,
        UNCLOSED_QUOTE,
        ENDS_OF_LINES,
        BLANK_LINES,
        COMMENTS,
        SHORT_ROWS,
        LONG_ROWS,
        WORDS,
        HEADER_AGAIN,
        LATIN,
        LONG_LINE
    }

    /// Writes a random file.
    private final class Writer {
        private final int oddities;
        private final String delimiter = List.of(",", ";", "\t", ", ").get(random.nextInt(4));
        private final String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
        private final StringBuilder text = new StringBuilder();

        Writer(int oddities) {
            this.oddities = oddities;
        }

        byte[] bytes() throws IOException {
            boolean header = random.nextInt(4) > 0;
            text.append(random.nextInt(4) == 0 ? "\uFEFF" : "").append(header ? header() : "");
            int rows = 1 + random.nextInt(MOST_ROWS);
            for (int i = 0; i < rows; i++) {
                text.append(number()).append(delimiter).append(i);
                text.append(delimiter).append(number()).append(delimiter).append(number()).append(i == rows - 1 ? "" : end);
                if (random.nextInt(1 + rows / 20) == 0 && i > rows / 10) {
                    odd();
                }
            }
            var bytes = new ByteArrayOutputStream();
            bytes.write(text.toString().getBytes(StandardCharsets.UTF_8));
            bytes.write(has(Oddity.LATIN) ? ("0.1" + delimiter + "\u00E9").getBytes(StandardCharsets.ISO_8859_1) : new byte[0]);
            return bytes.toByteArray();
        }

        private String header() {
            return String.join(delimiter, "lr", "step", "loss", "d\u00E9bit") + end;
        }

        private boolean has(Oddity oddity) {
            return (oddities >> oddity.ordinal() & 1) != 0;
        }

        private void odd() {
            List<Oddity> own = Arrays.stream(Oddity.values()).filter(this::has).toList();
            Oddity oddity = own.isEmpty() ? Oddity.LATIN : own.get(random.nextInt(own.size()));
            boolean rare = oddity == Oddity.STRAY_QUOTE || oddity == Oddity.UNCLOSED_QUOTE || oddity == Oddity.QUOTED_LINES;
            if (!rare || random.nextInt(30) == 0) {
                text.append(odd(oddity));
            }
        }

        private String odd(Oddity oddity) {
            return switch (oddity) {
                case QUOTED_CELLS -> row("\"1\"", " 2", "\"a\"", "\"\"");
                case BLANKS_AROUND_QUOTES -> row("1", " \"2\" ", "3 ", "\"4\"");
                case QUOTED_LINES -> row("\"1\n2\"", "\"a \"\" b\"", " \"3\" ", "4");
                case STRAY_QUOTE -> row("\"1\" a", "2", "3", "4");
                case UNCLOSED_QUOTE -> row("1", "\"2", "3", "4");
                case ENDS_OF_LINES -> "1\r2\r3\r\n\r\r4\r\n";
                case BLANK_LINES -> end + "  " + end + "\t" + end;
                case COMMENTS -> "# a comment" + delimiter + end + " # none" + end + "%" + end;
                case SHORT_ROWS -> row("1", "2") + row("1") + row("a", "b", "c");
                case LONG_ROWS -> row("1", "2", "3", "4", "") + row("1", "2", "3", "4", "5");
                case WORDS -> row("nan", "None", "-inf", "12:30") + row("", "\u22125", "1e-320", "tensor(0.5)")
                        + row("1e", "+1", "0x1", "\u00A07");
                case HEADER_AGAIN -> header();
                case LATIN -> "";
                case LONG_LINE -> row("1", "a".repeat(random.nextInt(100_000)), "2", "3");
            };
        }

        private String row(String... cells) {
            return String.join(delimiter, cells) + end;
        }

        private String number() {
            double value = Math.scalb(random.nextDouble() - 0.5, random.nextInt(30) - 20);
            return switch (random.nextInt(5)) {
                case 0 -> String.format("%.4f", value);
                case 1 -> String.format("%.3e", value);
                case 2 -> Integer.toString(random.nextInt(1000));
                default -> Double.toString(value);
            };
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.1;oops;3;4;5, 5 cells where there are 4 columns",
        "lr;step;loss;note, the header again",
        "oops, 1 cell where there are 4 columns"
    })
    void namesTheLineOfARowDeepWithin(String row, String why) throws Exception {
        String rows = "0.1;1;2.5;a\n\n".repeat(40_000);
        Path file = Files.writeString(folder.resolve("a.csv"), "# a run\nlr;step;loss;note\n" + rows + row + "\n" + rows);
        Table table = TableReader.read(file, Progress.NONE);
        assertThat(table.rows()).isEqualTo(80_000);
        assertThat(table.skipped()).containsExactly(new Skipped(80_003, why));
    }

    @Test
    void namesTheLineBeforeCellsThatCannotBeToldApart() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "lr,loss\n" + "0.1,2.5\n".repeat(50_000) + "\"0.1\"0,2.5\n");
        Dialect dialect = new DialectSniffer("lr,loss\n0.1,2.5\n", true).sniff(StandardCharsets.UTF_8).orElseThrow();
        var text = new TextFile(file, StandardCharsets.UTF_8, Progress.NONE, Files.size(file));
        assertThatThrownBy(() -> new DelimitedReader(dialect).read(text))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("after line 50001: ");
    }
}
