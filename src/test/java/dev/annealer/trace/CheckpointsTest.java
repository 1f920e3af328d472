package dev.annealer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.document.Document;
import dev.annealer.document.SchedulerType;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.testing.Documents;
import dev.annealer.trace.Checkpoints.Checkpoint;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
    private static Schedule compile(Document document) {
        return ScheduleCompiler.compile(document).compiled().orElseThrow();
    }

    @Test
    void nameTheStepsThatPeopleLookAt() {
        Schedule schedule = compile(Documents.ofSteps(
                101,
                Documents.stage("10", SchedulerType.LINEAR_LR, "start_factor", "0.1"),
                Documents.stage("", SchedulerType.POLYNOMIAL_LR)));
        assertThat(Checkpoints.of(schedule, 0))
                .extracting(Checkpoint::kind, Checkpoint::step)
                .extracting(Object::toString)
                .containsExactly(
                        "(FIRST, 0L)", "(WARMUP_END, 10L)", "(PEAK, 10L)", "(QUARTER, 25L)", "(HALF, 50L)", "(THREE_QUARTERS, 75L)", "(LAST, 100L)");
        // A line from 0.1 at step 10 to 0 at step 101.
        Checkpoint half = Checkpoints.of(schedule, 0).get(4);
        assertThat(half.lr()).isCloseTo(0.1 * (101 - 50) / 91, within(1e-15));
        assertThat(half.momentum()).hasValue(0.9);
    }

    @Test
    void aRunOfOneStepHasThemAll() {
        Schedule schedule = compile(Documents.ofSteps(1, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)));
        assertThat(Checkpoints.of(schedule, 0)).allMatch(checkpoint -> checkpoint.step() == 0 && checkpoint.lr() == 0.1);
    }

    @Test
    void statisticsAreTheSumAndTheMean() {
        // 0.1 * (1 + 1/2 + 1/4 + 1/8)
        Schedule schedule = compile(Documents.ofSteps(4, Documents.stage("", SchedulerType.EXPONENTIAL_LR, "gamma", "0.5")));
        RunStatistics statistics = RunStatistics.of(schedule, 0);
        assertThat(statistics.total()).isCloseTo(0.1875, within(1e-15));
        assertThat(statistics.average()).isCloseTo(0.046875, within(1e-15));
        assertThat(statistics.isExact()).isTrue();
    }

    @Test
    void statisticsOfALongRunAreEstimatedAndSaySo() {
        // The mean of a cosine from 0.1 to 0 is 0.05.
        Schedule schedule = compile(Documents.ofSteps(100_000_000, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)));
        RunStatistics statistics = RunStatistics.of(schedule, 0);
        assertThat(statistics.average()).isCloseTo(0.05, within(1e-8));
        assertThat(statistics.isExact()).isFalse();
    }
}
