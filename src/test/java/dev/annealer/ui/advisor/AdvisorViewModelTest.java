package dev.annealer.ui.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.advisor.Answers.Budget;
import dev.annealer.advisor.Answers.Preference;
import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Metric;
import dev.annealer.document.Series;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.ui.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisorViewModelTest {
    private final Document open = described();
    private final Session session = new Session(open, new Here());
    private final List<Document> opened = new ArrayList<>();
    private final AdvisorViewModel advisor = new AdvisorViewModel(session, opened::add, new Here());

    private static Document described() {
        Document document = Documents.ofSteps(1, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR));
        return document.withName("Mine")
                .withTraining(Training.EMPTY.withEpochs(Input.of(90L))
                        .withStepsPerEpoch(Input.of(5005L))
                        .withBatchSize(Input.of(256L))
                        .withAccumulation(Input.of(4L))
                        .withArchitecture(Architecture.CNN))
                .withMetric(new Metric("val_loss", Series.of(2, 1)));
    }

    private List<SchedulerType> advised() {
        return types(advisor.adviceProperty().get().document());
    }

    private static List<SchedulerType> types(Document document) {
        return document.schedule().stages().stream().map(stage -> stage.scheduler().type()).toList();
    }

    @Test
    void beginsWithWhatTheOpenDocumentTells() {
        advisor.begin();
        assertThat(advisor.architectureProperty().get()).isEqualTo(Architecture.CNN);
        assertThat(advisor.epochsProperty().get()).isEqualTo("90");
        assertThat(advisor.batchSizeProperty().get()).isEqualTo("256");
        assertThat(advisor.samplesProperty().get()).isEqualTo("1281280");
        assertThat(advisor.optimizerProperty().get()).isEqualTo(Preference.SGD);
        assertThat(advisor.adviceProperty().get().document().training().stepsPerEpoch().text()).isEqualTo("5005");
    }

    @Test
    void everyAnswerIsHeardAtOnce() {
        advisor.begin();
        assertThat(advised()).containsExactly(SchedulerType.LINEAR_LR, SchedulerType.COSINE_ANNEALING_LR);
        advisor.paperProperty().set(true);
        assertThat(advised()).containsExactly(SchedulerType.MULTI_STEP_LR);
        advisor.paperProperty().set(false);
        advisor.epochsProperty().set("20");
        assertThat(advised()).containsExactly(SchedulerType.ONE_CYCLE_LR);
        advisor.budgetProperty().set(Budget.HIGH);
        assertThat(advised()).containsExactly(SchedulerType.LINEAR_LR, SchedulerType.COSINE_ANNEALING_LR);
        advisor.lengthUnknownProperty().set(true);
        assertThat(advised()).containsExactly(SchedulerType.REDUCE_LR_ON_PLATEAU);
        advisor.lengthUnknownProperty().set(false);
        advisor.epochsProperty().set("3");
        advisor.pretrainedProperty().set(true);
        assertThat(advised()).containsExactly(SchedulerType.CONSTANT_LR);
        assertThat(advisor.scheduleProperty().get().steps()).isEqualTo(3);
    }

    @Test
    void theOpenDocumentIsDrawnBehindTheAdvice() {
        advisor.begin();
        var compared = advisor.chart().comparedProperty().get();
        assertThat(compared.comparison().other()).isSameAs(session.scheduleProperty().get());
        advisor.epochsProperty().set("45");
        assertThat(advisor.chart().viewProperty().get().to()).as("twice as long as the advice").isEqualTo(90 * 5005);
        advisor.epochsProperty().set("3");
        assertThat(advisor.chart().viewProperty().get().to()).as("no more than three times").isEqualTo(3 * 3 * 5005);
    }

    @Test
    void wrongNumbersAreSaidAndTheLastAdviceStays() {
        advisor.begin();
        var before = advisor.adviceProperty().get();
        advisor.epochsProperty().set("ninety");
        assertThat(advisor.problemProperty().get())
                .isEqualTo("How many epochs?: give a whole number from 1 to 100000.");
        assertThat(advisor.adviceProperty().get()).isSameAs(before);
        advisor.epochsProperty().set("1");
        advisor.samplesProperty().set("99");
        assertThat(advisor.problemProperty().get())
                .isEqualTo("A training sees 100 samples at least: more epochs, or more samples.");
        advisor.samplesProperty().set("1,000");
        assertThat(advisor.problemProperty().get()).isEmpty();
        advisor.epochsProperty().set("x");
        advisor.lengthUnknownProperty().set(true);
        assertThat(advisor.problemProperty().get()).as("nobody asks for epochs that are not known").isEmpty();
    }

    @Test
    void usingItIsOneEditThatKeepsWhatIsNotAdvised() {
        session.markSaved(Path.of("mine.json"));
        advisor.begin();
        advisor.architectureProperty().set(Architecture.VISION_TRANSFORMER);
        advisor.use();
        Document used = session.document();
        assertThat(types(used)).containsExactly(SchedulerType.LINEAR_LR, SchedulerType.COSINE_ANNEALING_LR);
        assertThat(used.optimizer().type()).isEqualTo("AdamW");
        assertThat(used.name()).as("the name of a file's document").isEqualTo("Mine");
        assertThat(used.training().accumulation().text()).isEqualTo("4");
        assertThat(used.metric()).isEqualTo(open.metric());
        assertThat(session.undoLabelProperty().get()).isEqualTo("take the advice");
        session.undo();
        assertThat(session.document()).isEqualTo(open);
    }

    @Test
    void opensAsANewDocument() {
        advisor.begin();
        assertThat(advisor.openAsNew()).isTrue();
        assertThat(opened).singleElement().isEqualTo(advisor.adviceProperty().get().document());
        assertThat(session.document()).isEqualTo(open);
    }

    @Test
    void aRunInStepsIsTakenForOneEpoch() {
        session.edit("size", document -> document.withTraining(
                Training.EMPTY.withSteps(Input.of(1000L)).withBatchSize(Input.of(32L))));
        session.edit("step", document -> document.withSchedule(document.schedule().withStepOn(StepUnit.BATCH)));
        advisor.begin();
        assertThat(advisor.epochsProperty().get()).isEqualTo("1");
        assertThat(advisor.samplesProperty().get()).isEqualTo("32000");
        assertThat(advisor.architectureProperty().get()).isEqualTo(Architecture.OTHER);
        assertThat(advisor.optimizerProperty().get()).as("of a model that nobody has described").isEqualTo(Preference.USUAL);
    }

    @Test
    void slidersStopAtRoundNumbers() {
        assertThat(Stops.EPOCHS.at(Stops.EPOCHS.position(90))).isEqualTo(90);
        assertThat(Stops.EPOCHS.position(1)).isZero();
        assertThat(Stops.EPOCHS.position(5000)).isEqualTo(Stops.EPOCHS.last());
        assertThat(Stops.BATCH.position(256)).isEqualTo(8);
        assertThat(Stops.BATCH.position(362)).isBetween(8.49, 8.51);
        assertThat(Stops.BATCH.at(99)).isEqualTo(8192);
    }
}
