package dev.annealer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annealer.progress.Progress;
import java.io.BufferedWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What reading does beside the numbers: progress, cancelling, counting; and what it writes.
class TableReaderTest {
    private static final int MANY = 60_000;

    @TempDir
    private Path folder;

    private Path large(String name) throws Exception {
        Path file = folder.resolve(name);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            boolean json = name.endsWith("jsonl");
            writer.write(json ? "" : name.endsWith("log") ? "" : "step,lr,loss\n");
            for (int i = 0; i < MANY; i++) {
                writer.write(json
                        ? "{\"step\": " + i + ", \"lr\": 0.001, \"loss\": 2.5}\n"
                        : name.endsWith("log") ? "step:" + i + " lr:0.001 loss:2.5\n" : i + ",0.001,2.5\n");
            }
        }
        return file;
    }

    /// Takes down what it is told, and asks for an end after a number of calls.
    private static final class Recorder implements Progress {
        private final List<Double> fractions = new ArrayList<>();
        private final int most;

        Recorder(int most) {
            this.most = most;
        }

        @Override
        public void done(double fraction) {
            fractions.add(fraction);
        }

        @Override
        public boolean isCancelled() {
            return fractions.size() >= most;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"large.csv", "large.jsonl", "large.log"})
    void tellsHowFarItIs(String name) throws Exception {
        var progress = new Recorder(Integer.MAX_VALUE);
        Table table = TableReader.read(large(name), progress);
        assertThat(table.rows()).isEqualTo(MANY);
        assertThat(progress.fractions).hasSizeGreaterThan(10).isSorted().allMatch(fraction -> fraction > 0 && fraction <= 1);
        assertThat(progress.fractions.getLast()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"large.csv", "large.jsonl", "large.log"})
    void endsWhereNobodyWaits(String name) throws Exception {
        Path file = large(name);
        var progress = new Recorder(2);
        assertThatThrownBy(() -> TableReader.read(file, progress)).isInstanceOf(CancellationException.class);
        assertThat(progress.fractions).hasSize(2);
    }

    @Test
    void remembersTheFirstSkippedLinesAndCountsTheRest() throws Exception {
        var text = new StringBuilder("lr,loss,note\n");
        for (int i = 0; i < 3000; i++) {
            text.append("0.1,2.5,a\n").append(i % 2 == 0 ? "" : "broken\n");
        }
        Table table = TableReader.read(Files.writeString(folder.resolve("a.csv"), text), Progress.NONE);
        assertThat(table.rows()).isEqualTo(3000);
        assertThat(table.skippedCount()).isEqualTo(1500);
        assertThat(table.skipped()).hasSize(1000).startsWith(new Skipped(4, "1 cell where there are 3 columns"));
    }

    @Test
    void aQuoteFarBelowTheBeginningIsRead() throws Exception {
        var text = new StringBuilder("lr,note,loss\n");
        for (int i = 0; i < 5000; i++) {
            text.append("0.1,a,2.5\n");
        }
        text.append("0.1,\"a, b\",2.5\n");
        Table table = TableReader.read(Files.writeString(folder.resolve("a.csv"), text), Progress.NONE);
        assertThat(table.rows()).isEqualTo(5001);
        assertThat(table.columns().get(2).get(5000)).isEqualTo(2.5);
    }

    @Test
    void numbersBelowAThousandTextsAreNumbers() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "lr,phase\n" + "0.1,warm-up\n".repeat(1000) + "0.1,7\n");
        Column phase = TableReader.read(file, Progress.NONE).columns().get(1);
        assertThat(phase.numeric()).isEqualTo(1);
        assertThat(phase.get(1000)).isEqualTo(7);
    }

    @Test
    void tellsNanFromNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "lr,loss\n0.1,nan\n0.2,\n0.3,-inf\n0.4,oops\n");
        Table table = TableReader.read(file, Progress.NONE);
        Column loss = table.columns().get(1);
        assertThat(loss.numeric()).isEqualTo(2);
        assertThat(loss.missing()).isEqualTo(1);
        assertThat(List.of(loss.isMissing(0), loss.isMissing(1), loss.isMissing(2), loss.isMissing(3)))
                .containsExactly(false, true, false, true);

        var csv = new StringWriter();
        TableCsv.write(table, csv);
        assertThat(csv).hasToString("lr,loss\n0.1,nan\n0.2,\n0.3,-inf\n0.4,\n");
    }

    @Test
    void csvRoundTrips() throws Exception {
        Table table = new Table(
                "",
                Map.of(),
                List.of(Column.of("a, b", 1, -0.0, 1e300), Column.of("c", 0.1, 1.0 / 3, 4.9e-324)),
                3,
                List.of(),
                0);
        var csv = new StringWriter();
        TableCsv.write(table, csv);
        assertThat(csv).hasToString("\"a, b\",c\n1,0.1\n-0.0,0.3333333333333333\n1.0E300,4.9E-324\n");
    }
}
