package dev.annealer.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.SchedulerType;
import dev.annealer.storage.DocumentException;
import dev.annealer.storage.DocumentStore;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.testing.Later;
import dev.annealer.ui.preferences.PreferencesStore;
import dev.annealer.ui.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens while a file is being read.
class ReadingTest {
    private static final int RELOAD = 0;
    private static final int SAVE = 0;
    private static final int DISCARD = 1;
    private static final int KEEP = 1;
    private static final int CANCEL = 2;

    @TempDir
    private Path folder;

    private final Session session = new Session(StarterDocument.create(), new Here());
    private final Answers answers = new Answers();
    private final Later background = new Later();
    private DocumentFiles files;

    @BeforeEach
    void create() {
        var preferences = new PreferencesStore(folder.resolve("settings/preferences.json"));
        files = new DocumentFiles(session, new DocumentStore(), answers, preferences, background);
    }

    private Path file(String name) throws DocumentException {
        Path file = folder.resolve(name + ".json");
        write(file, name);
        return file;
    }

    private static void write(Path file, String name) throws DocumentException {
        var document = Documents.ofEpochs(5, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR));
        new DocumentStore().save(file, document.withName(name));
    }

    private void rename(String name) {
        session.edit("rename", document -> document.withName(name));
    }

    private String open() {
        return session.document().name();
    }

    @Test
    void whatIsOpenStaysUntilTheFileIsRead() throws Exception {
        files.open(file("a"));
        assertThat(open()).isEqualTo("Warmup + cosine");
        assertThat(files.recent()).isEmpty();
        background.catchUp();
        assertThat(open()).isEqualTo("a");
        assertThat(session.fileProperty().get()).isEqualTo(folder.resolve("a.json"));
        assertThat(files.recent()).containsExactly(folder.resolve("a.json"));
    }

    @Test
    void anOlderReadThatEndsAfterANewerOneDoesNotWin() throws Exception {
        files.open(file("older"));
        files.open(file("newer"));
        background.waiting.removeLast().run();
        background.catchUp();
        assertThat(open()).isEqualTo("newer");
        assertThat(files.recent()).containsExactly(folder.resolve("newer.json"));
    }

    @Test
    void aNewDocumentGivesUpTheRead() throws Exception {
        files.open(file("a"));
        files.newDocument();
        background.catchUp();
        assertThat(session.document()).isEqualTo(StarterDocument.create());
        assertThat(session.fileProperty().get()).isNull();
    }

    @Test
    void whoGoesOnEditingMeanwhileIsAskedAgain() throws Exception {
        files.open(file("a"));
        rename("mine");
        answers.answer = CANCEL;
        background.catchUp();
        assertThat(open()).isEqualTo("mine");
        assertThat(answers.asked).containsExactly("Unsaved changes");

        answers.answer = DISCARD;
        files.open(folder.resolve("a.json"));
        background.catchUp();
        assertThat(open()).isEqualTo("a");
        assertThat(answers.asked).as("once, before it is read").containsExactly("Unsaved changes", "Unsaved changes");
    }

    @Test
    void nothingIsOpenedUnderTheQuestionWhetherToSave() throws Exception {
        rename("mine");
        answers.answer = DISCARD;
        files.open(file("a"));
        answers.answer = SAVE;
        answers.file = folder.resolve("mine.json");
        assertThat(files.mayLeave()).isTrue();
        background.catchUp();
        assertThat(DocumentStore.read(folder.resolve("mine.json")).document().name()).isEqualTo("mine");
        assertThat(open()).isEqualTo("mine");
    }

    @Test
    void afterTheWindowIsClosedNothingIsOpenedOrSaid() throws Exception {
        files.open(Files.writeString(folder.resolve("broken.json"), "{}"));
        files.stop();
        background.catchUp();
        assertThat(answers.asked).isEmpty();
    }

    @Test
    void aForeignChangeIsOfferedOnceAndTaken() throws Exception {
        files.open(file("a"));
        background.catchUp();
        write(folder.resolve("a.json"), "theirs");
        answers.answer = RELOAD;
        files.noticeForeignChanges();
        files.noticeForeignChanges();
        background.catchUp();
        assertThat(answers.asked).containsExactly("a.json has changed on disk");
        assertThat(open()).isEqualTo("theirs");
        files.noticeForeignChanges();
        background.catchUp();
        assertThat(answers.asked).hasSize(1);
    }

    @Test
    void aForeignChangeThatIsKeptOutIsNotOfferedAgain() throws Exception {
        files.open(file("a"));
        background.catchUp();
        write(folder.resolve("a.json"), "theirs");
        answers.answer = KEEP;
        files.noticeForeignChanges();
        background.catchUp();
        files.noticeForeignChanges();
        background.catchUp();
        assertThat(answers.asked).containsExactly("a.json has changed on disk");
        assertThat(open()).isEqualTo("a");
    }

    /// The dialog that chose the next file gives the window the focus again, and so it looks at the file that is left.
    @Test
    void theFileThatIsBeingLeftIsNoLongerWatched() throws Exception {
        files.open(file("a"));
        background.catchUp();
        write(folder.resolve("a.json"), "theirs");
        files.noticeForeignChanges();
        files.open(file("b"));
        files.noticeForeignChanges();
        while (!background.waiting.isEmpty()) {
            background.waiting.removeLast().run();
        }
        assertThat(answers.asked).isEmpty();
        assertThat(open()).isEqualTo("b");
    }

    @Test
    void onesOwnSaveIsNoForeignChange() throws Exception {
        files.open(file("a"));
        background.catchUp();
        write(folder.resolve("a.json"), "theirs");
        files.noticeForeignChanges();
        answers.answer = SAVE;
        rename("ours");
        assertThat(files.save()).isTrue();
        background.catchUp();
        assertThat(answers.asked).as("whether to overwrite, and no more").containsExactly("a.json has changed on disk");
        assertThat(open()).isEqualTo("ours");
    }

    @Test
    void aFileThatWasReadButNotTakenStillCountsAsForeign() throws Exception {
        files.open(file("a"));
        background.catchUp();
        write(folder.resolve("a.json"), "theirs");
        files.open(folder.resolve("a.json"));
        rename("ours");
        answers.answer = CANCEL;
        background.catchUp();
        assertThat(open()).isEqualTo("ours");
        answers.answer = KEEP;
        assertThat(files.save()).as("not over theirs").isFalse();
        assertThat(DocumentStore.read(folder.resolve("a.json")).document().name()).isEqualTo("theirs");
    }
}
