package dev.annealer.ui.chain;

import static dev.annealer.document.SchedulerType.COSINE_ANNEALING_LR;
import static dev.annealer.document.SchedulerType.LINEAR_LR;
import static dev.annealer.document.SchedulerType.REDUCE_LR_ON_PLATEAU;
import static dev.annealer.document.SchedulerType.STEP_LR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Place;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.ui.session.Session;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChainViewModelTest {
    private final Session session = new Session(
            Documents.ofEpochs(100, Documents.stage("10", LINEAR_LR), Documents.stage("", COSINE_ANNEALING_LR)), new Here());
    private final ChainViewModel chain = new ChainViewModel(session);

    private List<String> stages() {
        return chain.stages().stream()
                .map(stage -> stage.scheduler().type().pytorchName() + " " + stage.length())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsAddedCompiles(SchedulerType type) {
        chain.add(type);
        assertThat(session.problemsProperty().get()).isEmpty();
        assertThat(session.undoLabelProperty().get()).isEqualTo("add " + type.pytorchName());
        assertThat(session.scheduleProperty().get().stages()).hasSize(3);
    }

    @Test
    void theFormerLastStageSharesItsSteps() {
        chain.add(STEP_LR);
        assertThat(stages()).containsExactly("LinearLR 10", "CosineAnnealingLR 45", "StepLR ");
    }

    @Test
    void aPlateauStaysLast() {
        chain.add(REDUCE_LR_ON_PLATEAU);
        chain.add(STEP_LR);
        assertThat(stages()).containsExactly("LinearLR 10", "CosineAnnealingLR 45", "StepLR 10%", "ReduceLROnPlateau ");
    }

    @Test
    void movingTheLastStageGivesItALength() {
        chain.move(1, 0);
        assertThat(stages()).containsExactly("CosineAnnealingLR 90", "LinearLR ");
        assertThat(session.problemsProperty().get()).isEmpty();
        session.undo();
        assertThat(stages()).containsExactly("LinearLR 10", "CosineAnnealingLR ");
    }

    @Test
    void removingTheLastStageLeavesTheRestToTheOneBefore() {
        chain.remove(1);
        assertThat(stages()).containsExactly("LinearLR ");
    }

    @Test
    void duplicatesAfterTheOriginal() {
        chain.duplicate(1);
        assertThat(stages()).containsExactly("LinearLR 10", "CosineAnnealingLR 45", "CosineAnnealingLR ");
    }

    @Test
    void changingTheTypeKeepsWhatFits() {
        session.edit("floor", document -> document.withSchedule(document.schedule()
                .withStage(1, stage -> stage.withScheduler(stage.scheduler().with("eta_min", new Input("1e-4"))))));
        chain.changeType(1, SchedulerType.COSINE_ANNEALING_WARM_RESTARTS);
        assertThat(chain.stages().get(1).scheduler().input("eta_min")).isEqualTo(new Input("1e-4"));
        assertThat(chain.stages().get(1).scheduler().values()).containsKey("T_0");
    }

    @Test
    void switchingTheStepUnitConvertsLengths() {
        session.edit("size", document -> document.withTraining(document.training().withStepsPerEpoch(Input.of(50L))));
        chain.stepOn(StepUnit.BATCH);
        assertThat(stages()).containsExactly("LinearLR 500", "CosineAnnealingLR ");
        assertThat(session.scheduleProperty().get().steps()).isEqualTo(5000);
        chain.stepOn(StepUnit.EPOCH);
        assertThat(stages()).containsExactly("LinearLR 10", "CosineAnnealingLR ");
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anySequenceOfEditsIsUndoneToTheStart(long seed) {
        var random = new Random(seed);
        Document start = session.document();
        for (int i = 0; i < 40; i++) {
            editAtRandom(random);
        }
        Document end = session.document();
        int undone = 0;
        while (!session.undoLabelProperty().get().isEmpty()) {
            session.undo();
            undone++;
        }
        assertThat(session.document()).isEqualTo(start);
        assertThat(session.dirtyProperty().get()).isFalse();
        for (int i = 0; i < undone; i++) {
            session.redo();
        }
        assertThat(session.document()).isEqualTo(end);
    }

    private void editAtRandom(Random random) {
        int size = chain.stages().size();
        int index = size == 0 ? 0 : random.nextInt(size);
        SchedulerType type = SchedulerType.values()[random.nextInt(SchedulerType.values().length)];
        switch (size == 0 ? 0 : random.nextInt(9)) {
            case 0 -> chain.add(type);
            case 1 -> chain.remove(index);
            case 2 -> chain.duplicate(index);
            case 3 -> chain.move(index, random.nextInt(size));
            case 4 -> chain.setEnabled(index, random.nextBoolean());
            case 5 -> chain.changeType(index, type);
            case 6 -> chain.stepOn(random.nextBoolean() ? StepUnit.BATCH : StepUnit.EPOCH);
            case 7 -> type("length", index, random);
            default -> type("lr", index, random);
        }
    }

    /// Text as it comes, key by key: one undo step, whatever stands there on the way.
    private void type(String what, int index, Random random) {
        String[] texts = {"5", "5e", "5ep", "1", "10", "10%", "", "3e-", "3e-4", "x"};
        for (int i = 0; i < 4; i++) {
            var text = new Input(texts[random.nextInt(texts.length)]);
            session.edit("change " + what, Place.stage(index).at(what), document -> what.equals("lr")
                    ? document.withOptimizer(document.optimizer().withLr(text))
                    : document.withSchedule(document.schedule().withStage(index, stage -> stage.withLength(text))));
        }
        session.endMerge();
    }

    @Test
    void halfTypedTextKeepsTheLastGoodSchedule() {
        var before = session.scheduleProperty().get();
        session.edit("change lr", document -> document.withOptimizer(document.optimizer().withLr(new Input("3e-"))));

        assertThat(session.scheduleProperty().get()).isSameAs(before);
        assertThat(session.staleProperty().get()).isTrue();
        assertThat(session.problemAt(Place.OPTIMIZER.at("lr"))).isPresent();
        Stage untouched = chain.stages().getFirst();
        assertThat(untouched.length()).isEqualTo(new Input("10"));
    }
}
