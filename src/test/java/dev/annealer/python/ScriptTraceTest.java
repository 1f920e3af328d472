package dev.annealer.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The scripts, run under PyTorch by the Python that `-Dannealer.python` names: what was imported has the same learning rates.
class ScriptTraceTest {
    private static final String PYTHON = System.getProperty("annealer.python", "");

    static List<Path> scripts() {
        return Golden.files("scripts", ".py");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void importedTraceIsWhatPytorchSets(Path script) throws Exception {
        assumeTrue(!PYTHON.isEmpty(), "no -Dannealer.python");
        String code = Files.readString(script);
        assumeTrue(!code.contains("# not to be run"), "the loop is not in the script");
        Schedule schedule = ScriptImporter.read(code, Map.of()).document()
                .flatMap(document -> ScheduleCompiler.compileWhole(document, Progress.NONE).compiled())
                .orElseThrow();
        List<String> rows = run(script);
        assertThat(rows).hasSize((int) schedule.steps());
        double peak = rows.stream().flatMapToDouble(row -> Arrays.stream(rates(row))).max().orElseThrow();
        for (int step = 0; step < rows.size(); step++) {
            double[] rates = rates(rows.get(step));
            assertThat(schedule.groups()).hasSize(rates.length);
            for (int group = 0; group < rates.length; group++) {
                assertThat(schedule.at(step, group)).as("step " + step)
                        .isCloseTo(rates[group], within(1e-9 * Math.abs(rates[group]) + 1e-15 * peak));
            }
        }
    }

    private static double[] rates(String row) {
        return Arrays.stream(row.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<String> run(Path script) throws Exception {
        var process = new ProcessBuilder(PYTHON, "-W", "ignore", "src/test/python/script_runner.py", script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text.lines().toList();
    }
}
