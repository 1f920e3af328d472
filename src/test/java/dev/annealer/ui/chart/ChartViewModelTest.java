package dev.annealer.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.chart.ChartView;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.StepUnit;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.ui.session.Session;
import org.junit.jupiter.api.Test;

class ChartViewModelTest {
    private final Session session =
            new Session(Documents.ofSteps(1000, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)), new Here());
    private final ChartViewModel chart = new ChartViewModel(session);

    private ChartView view() {
        return chart.viewProperty().get();
    }

    @Test
    void showsTheWholeRunAndKeepsDoingSo() {
        assertThat(view()).isEqualTo(new ChartView(0, 1000, false, false));
        session.edit("longer", document -> document.withTraining(document.training().withSteps(Input.of(5000L))));
        assertThat(view().to()).isEqualTo(5000);
    }

    @Test
    void zoomsAboutThePointer() {
        chart.zoom(0.5, 250);
        assertThat(view()).isEqualTo(new ChartView(125, 625, false, false));
        chart.zoom(2, 250);
        assertThat(view()).isEqualTo(new ChartView(0, 1000, false, false));
    }

    @Test
    void neverLeavesTheRunNorShowsLessThanAFewSteps() {
        chart.show(900, 1200);
        assertThat(view()).isEqualTo(new ChartView(700, 1000, false, false));
        chart.pan(10);
        assertThat(view()).isEqualTo(new ChartView(700, 1000, false, false));
        chart.pan(-0.5);
        assertThat(view()).isEqualTo(new ChartView(550, 850, false, false));
        chart.zoom(1e-9, 700);
        assertThat(view().to() - view().from()).isEqualTo(4);
    }

    @Test
    void theCrosshairMovesStepByStepAndStaysInSight() {
        assertThat(chart.hoverStepProperty().get()).isEqualTo(ChartViewModel.NOWHERE);
        chart.hover(10.4);
        chart.moveCrosshair(-1);
        assertThat(chart.hoverStepProperty().get()).isEqualTo(9);
        chart.show(0, 100);
        chart.reveal(500);
        assertThat(chart.hoverStepProperty().get()).isEqualTo(500);
        assertThat(view()).isEqualTo(new ChartView(450, 550, false, false));
        chart.revealEnd();
        assertThat(chart.hoverStepProperty().get()).isEqualTo(999);
        chart.leave();
        assertThat(chart.hoverStepProperty().get()).isEqualTo(ChartViewModel.NOWHERE);
    }

    @Test
    void countsEpochsOnlyWhereTheRunHasThem() {
        chart.axisUnitProperty().set(StepUnit.EPOCH);
        assertThat(view().inEpochs()).isFalse();
        session.open(Documents.ofEpochs(90, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)), null, true);
        assertThat(view().inEpochs()).isTrue();
    }

    @Test
    void theGhostIsTheScheduleBeforeTheDrag() {
        var before = session.scheduleProperty().get();
        for (int epochs = 1100; epochs < 1105; epochs++) {
            long steps = epochs;
            session.edit("change steps", "knob", document -> document.withTraining(document.training().withSteps(Input.of(steps))));
        }
        assertThat(session.ghostProperty().get()).isSameAs(before);
        session.endMerge();
        assertThat(session.ghostProperty().get()).isNull();
        session.undo();
        assertThat(session.scheduleProperty().get().steps()).isEqualTo(1000);
    }
}
