package dev.annealer.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.storage.DocumentReader;
import dev.annealer.progress.Progress;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the chart is given against what every step has.
class CurveSamplerTest {
    private static final int COLUMNS = 17;

    static Stream<Path> documents() {
        return Golden.files("golden/traces", ".json").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyColumnReachesItsLeastAndGreatestValue(Path file) throws Exception {
        Schedule schedule = ScheduleCompiler.compileWhole(DocumentReader.read(Files.readAllBytes(file)), Progress.NONE)
                .compiled()
                .orElseThrow();
        long steps = schedule.steps();
        Curve curve = new CurveSampler().learningRate(schedule, 0, 0, steps, COLUMNS);
        if (steps <= 2 * COLUMNS) {
            assertThat(curve.size()).isEqualTo(steps);
            return;
        }
        assertThat(curve.size()).isLessThanOrEqualTo(4 * COLUMNS);
        for (int column = 0; column < COLUMNS; column++) {
            long low = steps * column / COLUMNS;
            long high = steps * (column + 1) / COLUMNS;
            assertThat(extreme(curve, low, high, 1)).as("greatest of column %d", column).isEqualTo(greatest(schedule, low, high, 1));
            assertThat(extreme(curve, low, high, -1)).as("least of column %d", column).isEqualTo(greatest(schedule, low, high, -1));
        }
    }

    private static double extreme(Curve curve, long low, long high, int sign) {
        double extreme = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < curve.size(); i++) {
            if (curve.steps()[i] >= low && curve.steps()[i] < high) {
                extreme = Math.max(extreme, sign * curve.values()[i]);
            }
        }
        return extreme;
    }

    private static double greatest(Schedule schedule, long low, long high, int sign) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (long step = low; step < high; step++) {
            greatest = Math.max(greatest, sign * schedule.at(step, 0));
        }
        return greatest;
    }

    @Test
    void aSpikeOfOneStepInAHundredMillionIsAPointOfItsOwn() {
        Stage flat = Documents.stage("70000000", SchedulerType.CONSTANT_LR, "factor", "0.5");
        Stage spike = Documents.stage("1", SchedulerType.CONSTANT_LR, "factor", "1");
        Stage rest = Documents.stage("", SchedulerType.CONSTANT_LR, "factor", "0.5");
        Schedule schedule = ScheduleCompiler.compile(Documents.ofSteps(100_000_000, flat, spike, rest)).compiled().orElseThrow();
        Curve curve = new CurveSampler().learningRate(schedule, 0, 0, 100_000_000, 1000);
        int peaks = 0;
        for (int i = 0; i < curve.size(); i++) {
            if (curve.values()[i] == 0.1) {
                peaks++;
                assertThat(curve.steps()[i]).isEqualTo(70_000_000);
            }
        }
        assertThat(peaks).isEqualTo(1);
    }
}
