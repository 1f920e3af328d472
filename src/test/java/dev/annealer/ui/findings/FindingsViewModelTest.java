package dev.annealer.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Silenced;
import dev.annealer.lint.Finding;
import dev.annealer.lint.LintReport;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.testing.Later;
import dev.annealer.ui.session.Session;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FindingsViewModelTest {
    /// The cosine is cut off, and the warmup starts at a third and is 25 % of the run.
    private static final Document MISTAKEN = Documents.ofEpochs(
            20,
            Documents.stage("5", SchedulerType.LINEAR_LR),
            Documents.stage("", SchedulerType.COSINE_ANNEALING_LR, "T_max", "20"));

    private final Answers answers = new Answers();
    private final Session session = new Session(MISTAKEN, new Here());
    private final FindingsViewModel model = new FindingsViewModel(session, new Here(), answers);

    private Finding finding(String rule) {
        return model.reportProperty().get().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsInWordsTheWorstFirst() {
        assertThat(model.summary()).isEqualTo("1 error · 2 hints");
        assertThat(model.ofStage(0)).extracting(Finding::rule).containsExactly("warmup-length", "warmup-too-steep");
        assertThat(model.ofStage(1)).extracting(Finding::rule).containsExactly("horizon-mismatch");
        assertThat(model.ofStage(2)).isEmpty();
    }

    @Test
    void aFixIsOneUndoableEdit() {
        model.fix(finding("horizon-mismatch"));
        assertThat(session.document().schedule().stages().get(1))
                .isEqualTo(Documents.stage("", SchedulerType.COSINE_ANNEALING_LR));
        assertThat(session.undoLabelProperty().get()).isEqualTo("let T_max follow the stage");
        assertThat(model.summary()).isEqualTo("2 hints");
        session.undo();
        assertThat(session.document()).isEqualTo(MISTAKEN);
        assertThat(model.summary()).isEqualTo("1 error · 2 hints");
        assertThat(session.undoLabelProperty().get()).isEmpty();
    }

    @Test
    void silencingAsksForTheReasonAndCanBeTakenBack() {
        model.silence(finding("warmup-length"));
        assertThat(answers.asked).containsExactly("Silence warmup-length");
        assertThat(session.document().silenced()).containsExactly(new Silenced("warmup-length", "as published"));
        assertThat(model.summary()).isEqualTo("1 error · 1 hint");
        assertThat(model.reportProperty().get().silenced()).extracting(Finding::rule).containsExactly("warmup-length");

        model.hearAgain(session.document().silenced().getFirst());
        assertThat(session.document()).isEqualTo(MISTAKEN);
        session.undo();
        assertThat(model.silenced()).hasSize(1);
        session.undo();
        assertThat(model.silenced()).isEmpty();
    }

    @Test
    void whileTheDocumentDoesNotCompileItsProblemsAreShown() {
        session.edit("type", document -> document.withTraining(document.training().withEpochs(new Input("2x"))));
        assertThat(model.reportProperty().get()).isEqualTo(LintReport.EMPTY);
        assertThat(model.problems()).singleElement().hasToString(
                "training.epochs: `2x` is not a number; give a whole number of at least 1");
        session.undo();
        assertThat(model.problems()).isEmpty();
        assertThat(model.summary()).isEqualTo("1 error · 2 hints");
    }

    @Test
    void whoAsksForTheFirstGetsTheWorst() {
        var asked = new ArrayList<String>();
        model.askedProperty().subscribe(finding -> {
            if (finding != null) {
                asked.add(finding.rule());
            }
        });
        model.askFirst();
        model.askFirst();
        assertThat(asked).containsExactly("horizon-mismatch", "horizon-mismatch");
    }

    @Test
    void whatWasFoundInAnEarlierDocumentIsNeitherShownNorFixed() {
        var later = new Later();
        var slow = new FindingsViewModel(session, later, answers);
        later.catchUp();
        Finding old = slow.reportProperty().get().findings().getFirst();

        session.edit("remove", document -> Documents.ofEpochs(20, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)));
        Document edited = session.document();
        slow.fix(old);
        assertThat(session.document()).isEqualTo(edited);

        session.undo();
        later.catchUp();
        assertThat(slow.reportProperty().get().findings()).extracting(Finding::rule).contains("horizon-mismatch");
    }
}
