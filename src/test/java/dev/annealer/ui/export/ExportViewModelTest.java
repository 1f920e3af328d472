package dev.annealer.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.export.Exporters;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.ui.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    private final Session session = new Session(
            Documents.ofSteps(100, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)).withName("My run"), new Here());
    private final Answers answers = new Answers();
    private final List<String> clipboard = new ArrayList<>();
    private final ExportViewModel model = new ExportViewModel(session, clipboard::add, answers);

    @Test
    void theCodeFollowsTheDocument() {
        assertThat(model.codeProperty().get()).contains("T_max=").contains("My run");
        session.edit("lr", document -> document.withOptimizer(document.optimizer().withLr(new Input("0.0625"))));
        assertThat(model.codeProperty().get()).contains("0.0625");
        model.targetProperty().set(Exporters.named("java").orElseThrow());
        assertThat(model.codeProperty().get()).contains("public final class MyRun");
    }

    @Test
    void theLastGoodCodeStaysWhileTheDocumentHasAProblem() {
        String before = model.codeProperty().get();
        session.edit("lr", document -> document.withOptimizer(document.optimizer().withLr(new Input("3e-"))));
        assertThat(model.staleProperty().get()).isTrue();
        assertThat(model.codeProperty().get()).isEqualTo(before);
        assertThat(model.messageProperty().get()).contains("optimizer.lr");
        session.undo();
        assertThat(model.staleProperty().get()).isFalse();
    }

    @Test
    void copiesAndSaves(@TempDir Path folder) throws Exception {
        model.copy();
        assertThat(clipboard).containsExactly(model.codeProperty().get());
        answers.file = folder.resolve("taken.py");
        model.save();
        assertThat(answers.asked).containsExactly("schedule.py");
        assertThat(Files.readString(answers.file)).isEqualTo(model.codeProperty().get());
    }

    @Test
    void savesAllTargetsIntoOneFolder(@TempDir Path folder) throws Exception {
        answers.file = folder;
        model.saveAll();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(Exporters.ALL.size());
        }
        assertThat(folder.resolve("MyRun.java")).exists();
    }

    @Test
    void saysWhyAFileCouldNotBeWritten(@TempDir Path folder) {
        answers.file = folder.resolve("no/such/folder/x.py");
        model.save();
        assertThat(answers.asked.getLast()).contains("x.py");
    }
}
