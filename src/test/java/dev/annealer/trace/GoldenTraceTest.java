package dev.annealer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.document.Document;
import dev.annealer.schedule.Compilation;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.storage.DocumentReader;
import dev.annealer.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Traces against those that PyTorch gave, see `make_traces.py`.
class GoldenTraceTest {
    /// What Annealer promises: 1e-9 of PyTorch's value, plus 1e-15 of the trace's peak.
    private static final double RELATIVE = 1e-9;

    private static final double OF_PEAK = 1e-15;

    static Stream<Path> documents() {
        return Golden.files("golden/traces", ".json").stream();
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(documents()).hasSizeGreaterThanOrEqualTo(120);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void agreesWithPyTorch(Path file) throws Exception {
        Document document = DocumentReader.read(Files.readAllBytes(file));
        Compilation compilation = ScheduleCompiler.compileWhole(document, Progress.NONE);
        assertThat(compilation.problems()).isEmpty();
        Schedule schedule = compilation.compiled().orElseThrow();
        String csv = TraceCsv.text(schedule);

        List<String> expected = Files.readAllLines(Golden.beside(file, ".csv"));
        List<String> actual = csv.lines().toList();
        assertThat(actual).hasSameSizeAs(expected);
        assertThat(actual.getFirst()).isEqualTo(expected.getFirst());
        double peak = expected.stream().skip(1).flatMapToDouble(row -> rates(row).stream().mapToDouble(Double::parseDouble)).max().orElseThrow();
        for (int i = 1; i < expected.size(); i++) {
            compare(actual.get(i), expected.get(i), peak);
        }
    }

    private static void compare(String actual, String expected, double peak) {
        List<String> ours = cells(actual);
        List<String> theirs = cells(expected);
        assertThat(ours.subList(0, 2)).isEqualTo(theirs.subList(0, 2));
        for (int i = 0; i < rates(expected).size(); i++) {
            double right = Double.parseDouble(rates(expected).get(i));
            assertThat(Double.parseDouble(rates(actual).get(i)))
                    .as("step %s, group %d", theirs.getFirst(), i)
                    .isCloseTo(right, within(RELATIVE * right + OF_PEAK * peak));
        }
        if (theirs.getLast().isEmpty()) {
            assertThat(ours.getLast()).isEmpty();
        } else {
            assertThat(Double.parseDouble(ours.getLast()))
                    .isCloseTo(Double.parseDouble(theirs.getLast()), within(1e-12));
        }
    }

    private static List<String> cells(String row) {
        return List.of(row.split(",", -1));
    }

    private static List<String> rates(String row) {
        List<String> cells = cells(row);
        return cells.subList(2, cells.size() - 1);
    }
}
