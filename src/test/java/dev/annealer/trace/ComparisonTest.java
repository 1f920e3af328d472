package dev.annealer.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.testing.Documents;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Schedule TEN_EPOCHS = compile(Documents.ofEpochs(10, halving()));
    private static final Schedule TWENTY_EPOCHS_IN_BATCHES = compile(inBatches(20, 50));
    private static final Schedule STEPS = compile(Documents.ofSteps(400, halving()));

    /// 0.1 x 0.5^k
    private static Stage halving() {
        return Documents.stage("", SchedulerType.EXPONENTIAL_LR, "gamma", "0.5");
    }

    private static Document inBatches(long epochs, long stepsPerEpoch) {
        Document document = Documents.ofSteps(1, halving());
        return document.withTraining(
                        Training.EMPTY.withEpochs(Input.of(epochs)).withStepsPerEpoch(Input.of(stepsPerEpoch)))
                .withSchedule(document.schedule().withStepOn(StepUnit.BATCH));
    }

    private static Schedule compile(Document document) {
        return ScheduleCompiler.compile(document).compiled().orElseThrow();
    }

    @Test
    void runsWithEpochsMeetAtTheirEpochs() {
        var comparison = Comparison.of(TEN_EPOCHS, TWENTY_EPOCHS_IN_BATCHES);
        assertThat(comparison.toOther(3)).isEqualTo(150);
        assertThat(comparison.toOwn(150)).isEqualTo(3);
        assertThat(comparison.longest()).isEqualTo(20);
        assertThat(comparison.otherAt(1, 0)).hasValue(0.1 * Math.pow(0.5, 50));
        assertThat(Comparison.of(TWENTY_EPOCHS_IN_BATCHES, TEN_EPOCHS).otherAt(149, 0)).hasValue(0.1 * Math.pow(0.5, 2));
        assertThat(Comparison.of(TWENTY_EPOCHS_IN_BATCHES, TEN_EPOCHS).otherAt(150, 0)).hasValue(0.1 * Math.pow(0.5, 3));
    }

    @Test
    void whatIsOverHasNoLearningRate() {
        assertThat(Comparison.of(TWENTY_EPOCHS_IN_BATCHES, TEN_EPOCHS).otherAt(499, 0)).isPresent();
        assertThat(Comparison.of(TWENTY_EPOCHS_IN_BATCHES, TEN_EPOCHS).otherAt(500, 0)).isEmpty();
        assertThat(Comparison.of(TWENTY_EPOCHS_IN_BATCHES, TEN_EPOCHS).otherAt(0, 1)).isEmpty();
    }

    @Test
    void runsInBatchesWithoutEpochsMeetStepByStep() {
        assertThat(Comparison.of(STEPS, TWENTY_EPOCHS_IN_BATCHES).toOther(7)).isEqualTo(7);
        assertThat(Comparison.of(STEPS, TWENTY_EPOCHS_IN_BATCHES).longest()).isEqualTo(1000);
    }

    @Test
    void othersMeetAtTheShareOfTheRun() {
        // 400 steps against 10 epochs
        assertThat(Comparison.of(STEPS, TEN_EPOCHS).toOther(200)).isEqualTo(5);
        assertThat(Comparison.of(STEPS, TEN_EPOCHS).longest()).isEqualTo(400);
    }
}
