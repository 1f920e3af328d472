package dev.annealer.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.schedule.Schedule;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Later;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What publishing the same schedule again does and leaves alone.
class SessionTest {
    private static final Document STEPS =
            Documents.ofSteps(4, Documents.stage("", SchedulerType.STEP_LR, "step_size", "2"));

    private final Later background = new Later();
    private final Session session = new Session(STEPS, background);

    private static Document broken(Document document) {
        return document.withOptimizer(document.optimizer().withLr(new Input("1e")));
    }

    @Test
    void whoeverShowsTheScheduleIsToldAgain() {
        List<Schedule> told = new ArrayList<>();
        session.scheduleProperty().subscribe((_, schedule) -> told.add(schedule));

        session.republish();
        session.republish();

        assertThat(told).hasSize(2);
        assertThat(told.getLast().at(0, 0)).isEqualTo(0.1);
        assertThat(told.getLast().at(3, 0)).isEqualTo(0.010000000000000002);
    }

    @Test
    void nothingIsEdited() {
        session.edit("change lr", document -> document.withOptimizer(document.optimizer().withLr(Input.of(0.2))));
        Document edited = session.document();
        session.undo();
        List<Document> told = new ArrayList<>();
        session.documentProperty().subscribe((_, document) -> told.add(document));

        session.republish();

        assertThat(told).isEmpty();
        assertThat(session.dirtyProperty().get()).isFalse();
        assertThat(session.undoLabelProperty().get()).isEmpty();
        session.redo();
        assertThat(session.document()).isEqualTo(edited);
    }

    @Test
    void aLambdaThatIsGoneThroughIsLeftInPeace() {
        session.open(
                Documents.ofSteps(1_000_000, Documents.stage("", SchedulerType.MULTIPLICATIVE_LR, "lr_lambda", "0.999")),
                null,
                true);
        Schedule schedule = session.scheduleProperty().get();
        assertThat(session.evaluatedProperty().get()).isFalse();

        session.republish();

        assertThat(session.scheduleProperty().get()).isSameAs(schedule);
        assertThat(background.waiting).hasSize(1);
        background.catchUp();
        assertThat(session.evaluatedProperty().get()).isTrue();
    }

    @Test
    void aDocumentThatDoesNotCompileStaysAsItIs() {
        session.edit("change lr", SessionTest::broken);
        Schedule last = session.scheduleProperty().get();

        session.republish();

        assertThat(session.scheduleProperty().get()).isSameAs(last);
        assertThat(session.staleProperty().get()).isTrue();
    }
}
