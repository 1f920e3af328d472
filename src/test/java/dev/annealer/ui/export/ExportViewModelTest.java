package dev.annealer.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.export.Exporters;
import dev.annealer.export.target.Export;
import dev.annealer.export.target.Exporter;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.ui.preferences.PreferencesStore;
import dev.annealer.ui.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    private static final Document DOCUMENT =
            Documents.ofSteps(100, Documents.stage("", SchedulerType.STEP_LR, "step_size", "30")).withName("My run");
    private static final Exporter PYTORCH = target("pytorch");

    @TempDir
    private Path folder;

    private final Session session = new Session(DOCUMENT, new Here());
    private final Answers answers = new Answers();
    private final List<String> clipboard = new ArrayList<>();
    private PreferencesStore preferences;
    private ExportViewModel model;

    @BeforeEach
    void create() {
        preferences = new PreferencesStore(folder.resolve("settings/preferences.json"));
        model = newModel();
    }

    private ExportViewModel newModel() {
        return new ExportViewModel(session, clipboard::add, answers, preferences, new Here());
    }

    private static Exporter target(String id) {
        return Exporters.named(id).orElseThrow();
    }

    private String code() {
        return ((Export.Code) model.exportProperty().get()).text();
    }

    private void editLr(String text) {
        session.edit("lr", document -> document.withOptimizer(document.optimizer().withLr(new Input(text))));
    }

    private Path exports() throws Exception {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        answers.file = exports;
        return exports;
    }

    @Test
    void theCodeFollowsTheDocument() {
        assertThat(code()).contains("step_size=30").contains("My run");
        editLr("0.0625");
        assertThat(code()).contains("0.0625");
        model.targetProperty().set(target("java"));
        assertThat(code()).contains("public final class MyRun");
    }

    @Test
    void theLastGoodCodeStaysWhileTheDocumentHasAProblem() {
        String before = code();
        editLr("3e-");
        assertThat(model.staleProperty().get()).isTrue();
        assertThat(code()).isEqualTo(before);
        assertThat(model.messageProperty().get()).contains("optimizer.lr");
        session.undo();
        assertThat(model.staleProperty().get()).isFalse();
    }

    @Test
    void whatATargetHasNoWordsForIsNeitherCopiedNorSaved() throws Exception {
        model.targetProperty().set(target("huggingface"));
        assertThat(model.exportProperty().get())
                .isInstanceOfSatisfying(Export.NotExpressible.class, refusal ->
                        assertThat(refusal.because()).isEqualTo("it has no name for what StepLR does"));
        answers.file = folder.resolve("none.py");
        model.copy();
        model.save();
        assertThat(clipboard).isEmpty();
        assertThat(answers.asked).isEmpty();
        assertThat(folder.resolve("none.py")).doesNotExist();
    }

    @Test
    void copiesAndSaves() throws Exception {
        model.copy();
        assertThat(clipboard).containsExactly(code());
        answers.file = folder.resolve("taken.py");
        model.save();
        assertThat(answers.asked).containsExactly("schedule.py");
        assertThat(Files.readString(answers.file)).isEqualTo(code());
    }

    @Test
    void savesAllTargetsThatHaveWordsIntoOneFolder() throws Exception {
        Path exports = exports();
        model.saveAll();
        try (Stream<Path> files = Files.list(exports)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "schedule.py", "schedule_lightning.py", "schedule_optax.py", "schedule_keras.py", "MyRun.java",
                            "MyRunTracker.java", "schedule.csv", "schedule.json");
        }
        assertThat(model.messageProperty().get()).contains("8").contains("Hugging Face");
        assertThat(model.onDiskProperty().get()).hasSize(8).doesNotContainValue(DiskState.DIFFERENT);
    }

    @Test
    void marksTheFilesThatAreNoLongerWhatWouldBeWritten() throws Exception {
        Path exports = exports();
        model.saveAll();
        assertThat(model.onDiskProperty().get()).containsEntry(PYTORCH, DiskState.SAME);
        editLr("0.0625");
        assertThat(model.onDiskProperty().get()).containsEntry(PYTORCH, DiskState.DIFFERENT);
        session.undo();
        assertThat(model.onDiskProperty().get()).containsEntry(PYTORCH, DiskState.SAME);
        Files.writeString(exports.resolve("schedule.py"), "edited");
        Files.delete(exports.resolve("schedule.csv"));
        model.compareWithDisk();
        assertThat(model.onDiskProperty().get())
                .containsEntry(PYTORCH, DiskState.DIFFERENT)
                .doesNotContainKey(target("csv"));
    }

    @Test
    void aFileOfATargetWithoutWordsForItIsMarked() throws Exception {
        Path exports = exports();
        Files.writeString(exports.resolve("schedule_huggingface.py"), "of an earlier schedule");
        model.saveAll();
        assertThat(model.onDiskProperty().get()).containsEntry(target("huggingface"), DiskState.DIFFERENT);
    }

    @Test
    void theFolderIsRememberedForTheDocument() throws Exception {
        Path exports = exports();
        Path file = folder.resolve("run.json");
        session.open(DOCUMENT, file, true);
        model.saveAll();
        assertThat(exports.resolve("run.py")).exists();
        answers.file = null;
        preferences = new PreferencesStore(folder.resolve("settings/preferences.json"));
        model = newModel();
        assertThat(model.folderProperty().get()).contains(exports);
        editLr("0.0625");
        model.saveAll();
        assertThat(Files.readString(exports.resolve("run.py"))).contains("0.0625");
        session.open(DOCUMENT, folder.resolve("other.json"), true);
        assertThat(model.folderProperty().get()).isEmpty();
    }

    @Test
    void aFolderThatIsGoneIsAskedForAgain() throws Exception {
        Path exports = exports();
        session.open(DOCUMENT, folder.resolve("run.json"), true);
        model.saveAll();
        try (Stream<Path> files = Files.list(exports)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(exports);
        model.compareWithDisk();
        assertThat(model.folderProperty().get()).isEmpty();
        answers.file = Files.createDirectory(folder.resolve("second"));
        model.saveAll();
        assertThat(folder.resolve("second/run.py")).exists();
    }

    @Test
    void theDocumentItselfIsNotAnExport() throws Exception {
        Path file = folder.resolve("run.json");
        Files.writeString(file, "the document");
        session.open(DOCUMENT, file, true);
        answers.file = folder;
        model.saveAll();
        assertThat(file).hasContent("the document");
        assertThat(model.onDiskProperty().get()).doesNotContainKey(target("json"));
    }

    @Test
    void saysWhyAFileCouldNotBeWritten() {
        answers.file = folder.resolve("no/such/folder/x.py");
        model.save();
        assertThat(answers.asked.getLast()).contains("x.py");
    }
}
