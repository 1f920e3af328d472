package dev.annealer.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The scripts, run under PyTorch by the Python that `-Dannealer.python` names: what was imported has the same learning rates.
class ScriptTraceTest {
    private static final String PYTHON = System.getProperty("annealer.python", "");

    static Stream<Path> scripts() {
        return Stream.of(
                        Golden.files("scripts", ".py"), Golden.files("scripts", ".ipynb"),
                        List.of(Path.of("src/test/resources/scripts/mistakes/one-cycle-per-epoch.py")))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void importedTraceIsWhatPytorchSets(Path script) throws Exception {
        String code = code(script);
        assumeTrue(!code.contains("# not to be run"), "the loop is not in the script");
        Schedule schedule = schedule(code);
        List<double[]> rows = run(script);
        assertThat(rows).hasSize((int) schedule.steps());
        assertSame(schedule, 0, rows);
    }

    @Test
    @DisplayName("a scheduler that steps before the optimizer skips the document's first learning rate, as the finding says")
    void schedulerFirst() throws Exception {
        Path script = Path.of("src/test/resources/scripts/mistakes/scheduler-before-optimizer.py");
        Schedule schedule = schedule(code(script));
        List<double[]> rows = run(script);
        assertThat(rows).hasSize((int) schedule.steps());
        assertSame(schedule, 1, rows.subList(0, rows.size() - 1));
    }

    private static String code(Path script) throws Exception {
        assumeTrue(!PYTHON.isEmpty(), "no -Dannealer.python");
        return ScriptFile.read(script);
    }

    private static Schedule schedule(String code) {
        return ScriptImporter.read(code, Map.of()).document()
                .flatMap(document -> ScheduleCompiler.compileWhole(document, Progress.NONE).compiled())
                .orElseThrow();
    }

    /// @param first the step that the first row is of
    private static void assertSame(Schedule schedule, int first, List<double[]> rows) {
        double peak = rows.stream().flatMapToDouble(Arrays::stream).max().orElseThrow();
        for (int row = 0; row < rows.size(); row++) {
            double[] rates = rows.get(row);
            assertThat(schedule.groups()).hasSize(rates.length);
            for (int group = 0; group < rates.length; group++) {
                assertThat(schedule.at(first + row, group)).as("row " + row)
                        .isCloseTo(rates[group], within(1e-9 * Math.abs(rates[group]) + 1e-15 * peak));
            }
        }
    }

    private static double[] rates(String row) {
        return Arrays.stream(row.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<double[]> run(Path script) throws Exception {
        var process = new ProcessBuilder(PYTHON, "-W", "ignore", "src/test/python/script_runner.py", script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text.lines().map(ScriptTraceTest::rates).toList();
    }
}
