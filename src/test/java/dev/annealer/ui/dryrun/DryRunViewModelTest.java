package dev.annealer.ui.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Metric;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Series;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.ui.chart.ChartViewModel;
import dev.annealer.ui.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DryRunViewModelTest {
    private final Session session =
            new Session(Documents.ofEpochs(4, Documents.stage("", SchedulerType.STEP_LR, "step_size", "2")), new Here());
    private final ChartViewModel chart = new ChartViewModel(session);
    private final List<String> clipboard = new ArrayList<>();
    private final DryRunViewModel model = new DryRunViewModel(session, chart, clipboard::add, new Answers(), new Here());

    private static Document perBatch() {
        Document document = Documents.ofEpochs(4, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR));
        return document.withTraining(Training.EMPTY.withEpochs(Input.of(4L)).withStepsPerEpoch(Input.of(250L)))
                .withSchedule(document.schedule().withStepOn(StepUnit.BATCH));
    }

    @Test
    void copiesTheWholeTrace() {
        model.copyCsv();
        assertThat(clipboard.getFirst().lines())
                .containsExactly(
                        "step,epoch,lr,momentum", "0,0.0,0.1,0.9", "1,1.0,0.1,0.9", "2,2.0,0.010000000000000002,0.9", "3,3.0,0.010000000000000002,0.9");
    }

    private List<String> row(long step) {
        return model.columns().stream().map(column -> column.text().apply(step)).toList();
    }

    @Test
    void figuresThatAreSeenWholeNeverLoseTheirExponent() {
        session.open(perBatch(), null, true);
        assertThat(model.columns()).extracting(DryRunViewModel.Column::title).containsExactly("step", "epoch", "lr", "stage");
        // 0.05 (1 + cos(999 pi / 1000)): 2.4673990708e-7
        assertThat(row(999)).containsExactly("999", "3.996", "2.4673991e-7", "CosineAnnealingLR");
        assertThat(model.columns().get(2).characters()).isGreaterThanOrEqualTo("2.4673991e-7".length());
    }

    @Test
    void theMomentumHasAColumnWhereItMoves() {
        session.open(Documents.ofSteps(10, Documents.stage("", SchedulerType.ONE_CYCLE_LR, "max_lr", "0.1")), null, true);
        assertThat(model.columns()).extracting(DryRunViewModel.Column::title)
                .containsExactly("step", "lr", "momentum", "stage");
        assertThat(row(0).get(2)).isEqualTo("0.95");
    }

    @Test
    void goesToStepsEpochsAndShares() {
        session.open(perBatch(), null, true);
        assertThat(model.stepOf("500")).hasValue(500);
        assertThat(model.stepOf("1,0 00")).isEmpty();
        assertThat(model.stepOf("999")).hasValue(999);
        assertThat(model.stepOf("3ep")).hasValue(750);
        assertThat(model.stepOf("1.5ep")).hasValue(375);
        assertThat(model.stepOf("100%")).hasValue(999);
        assertThat(model.stepOf("-1")).isEmpty();
        assertThat(model.stepOf("soon")).isEmpty();
        model.jump("3ep");
        assertThat(chart.hoverStepProperty().get()).isEqualTo(750);
        model.jump("soon");
        assertThat(model.messageProperty().get()).contains("soon");
    }

    @Test
    void theLoopStepsTheSchedulerWhereTheDocumentSays() {
        assertThat(place()).isEqualTo("    scheduler.step()");
        session.open(perBatch(), null, true);
        assertThat(place()).isEqualTo("        scheduler.step()");
        session.open(Documents.ofEpochs(4, Documents.stage("", SchedulerType.REDUCE_LR_ON_PLATEAU)), null, true);
        assertThat(place()).isEqualTo("    scheduler.step(metric)");
    }

    private String place() {
        return model.trainingLoop().stream()
                .filter(DryRunViewModel.LoopLine::isSchedulerStep)
                .findFirst()
                .orElseThrow()
                .code();
    }

    @Test
    void aPlateausReductionsAreNamed() {
        Document plateau = Documents.ofEpochs(
                6, Documents.stage("", SchedulerType.REDUCE_LR_ON_PLATEAU, "patience", "1", "factor", "0.5"));
        session.open(plateau, null, true);
        assertThat(model.reductions()).hasSize(1);
        // Best at value 0; values 1 and 2 are bad, and 2 is more than patience 1: PyTorch halves at the end of step 2.
        session.open(plateau.withMetric(new Metric("val_loss", Series.of(1.0, 1.0, 1.0, 0.5, 0.4))), null, true);
        assertThat(model.reductions()).hasSize(1);
        assertThat(model.reductions().getFirst()).contains("3").contains("0.05");
    }
}
