package dev.annealer.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.SchedulerType;
import dev.annealer.recipe.Catalogue;
import dev.annealer.recipe.Recipe;
import dev.annealer.storage.DocumentStore;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.testing.Later;
import dev.annealer.ui.chart.ChartViewModel;
import dev.annealer.ui.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparingTest {
    @TempDir
    private Path folder;

    private final Answers answers = new Answers();
    private final Session session =
            new Session(Documents.ofSteps(100, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)), new Here());
    private final ChartViewModel chart = new ChartViewModel(session);
    private final Comparing comparing = new Comparing(chart, answers, new Here());

    @Test
    void drawsAnotherDocumentBehindUntilItIsStopped() throws Exception {
        answers.file = folder.resolve("other.json");
        var other = Documents.ofSteps(150, Documents.stage("", SchedulerType.LINEAR_LR)).withName("The other");
        new DocumentStore().save(answers.file, other);
        comparing.withDocument();
        assertThat(chart.comparedProperty().get().other()).isEqualTo("The other");
        assertThat(chart.comparedProperty().get().comparison().other().steps()).isEqualTo(150);
        assertThat(chart.viewProperty().get().to()).isEqualTo(150);
        assertThat(comparing.isOff().get()).isFalse();
        chart.hover(140);
        assertThat(chart.hoverStepProperty().get()).as("the crosshair stays on the open schedule").isEqualTo(99);
        comparing.stop();
        assertThat(chart.comparedProperty().get()).isNull();
        assertThat(chart.viewProperty().get().to()).isEqualTo(100);
    }

    @Test
    void theComparisonFollowsTheOpenDocument() {
        comparing.recipes(recipes -> comparing.with(recipes.getFirst()));
        session.edit("longer", document -> Documents.ofSteps(200, Documents.stage("", SchedulerType.LINEAR_LR)));
        assertThat(chart.comparedProperty().get().comparison().schedule()).isSameAs(session.scheduleProperty().get());
    }

    @Test
    void saysWhyAFileIsNoDocument() throws Exception {
        answers.file = Files.writeString(folder.resolve("broken.json"), "{\"annealer\": 1}");
        comparing.withDocument();
        assertThat(answers.asked).singleElement().asString().startsWith("broken.json can’t be compared with: ");
        assertThat(chart.comparedProperty().get()).isNull();
    }

    @Test
    void whatWasAskedForLastIsDrawn() throws Exception {
        var later = new Later();
        var slow = new Comparing(chart, answers, later);
        answers.file = folder.resolve("other.json");
        new DocumentStore().save(answers.file, session.document().withName("The other"));
        slow.withDocument();
        Recipe recipe = Catalogue.load().recipes().getFirst();
        slow.with(recipe);
        later.waiting.removeLast().run();
        later.catchUp();
        assertThat(chart.comparedProperty().get().other()).isEqualTo(recipe.title());

        slow.withDocument();
        slow.stop();
        later.catchUp();
        assertThat(chart.comparedProperty().get()).isNull();
    }
}
