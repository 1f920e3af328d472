package dev.annealer.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.SchedulerType;
import dev.annealer.storage.DocumentStore;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.ui.preferences.PreferencesStore;
import dev.annealer.ui.preferences.UserFolders;
import dev.annealer.ui.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFilesTest {
    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int CANCEL = 2;

    @TempDir
    private Path folder;

    private final Session session = new Session(StarterDocument.create(), new Here());
    private final Answers answers = new Answers();
    private DocumentFiles files;

    @BeforeEach
    void create() {
        var preferences = new PreferencesStore(folder.resolve("settings/preferences.json"));
        files = new DocumentFiles(session, new DocumentStore(), answers, preferences, new Here());
    }

    private void rename(String name) {
        session.edit("rename", document -> document.withName(name));
    }

    @Test
    void theStarterDocumentCompiles() {
        assertThat(session.problemsProperty().get()).isEmpty();
        assertThat(session.dirtyProperty().get()).isFalse();
    }

    @Test
    void savesUnderAChosenNameAndRemembersIt() {
        rename("ViT-B/16, ImageNet");
        answers.file = folder.resolve("vit");
        assertThat(files.save()).isTrue();

        assertThat(answers.asked).containsExactly("vit-b-16-imagenet.json");
        assertThat(folder.resolve("vit.json")).exists();
        assertThat(session.dirtyProperty().get()).isFalse();
        assertThat(files.recent()).containsExactly(folder.resolve("vit.json"));
        assertThat(new PreferencesStore(folder.resolve("settings/preferences.json")).get().recentFiles())
                .containsExactly(folder.resolve("vit.json").toString());
    }

    @Test
    void asksBeforeUnsavedChangesAreLost() {
        rename("mine");
        answers.answer = CANCEL;
        files.newDocument();
        assertThat(session.document().name()).isEqualTo("mine");
        answers.answer = SECOND;
        files.newDocument();
        assertThat(session.document()).isEqualTo(StarterDocument.create());
        assertThat(answers.asked).containsExactly("Unsaved changes", "Unsaved changes");
    }

    @Test
    void savesFirstWhereAskedTo() {
        rename("mine");
        answers.answer = FIRST;
        answers.file = folder.resolve("mine.json");
        files.newDocument();
        assertThat(folder.resolve("mine.json")).exists();
        assertThat(session.document().name()).isEqualTo("Warmup + cosine");
    }

    @Test
    void aFileThatCantBeReadChangesNothing() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"annealer\": 1}");
        files.open(broken);
        assertThat(session.document()).isEqualTo(StarterDocument.create());
        assertThat(answers.asked).singleElement().asString()
                .startsWith("broken.json can’t be opened: ")
                .contains("schedule: is missing; give an object in braces");
    }

    @Test
    void twoWindowsOfOneFileNoticeEachOthersSave() throws Exception {
        Path file = folder.resolve("shared.json");
        answers.file = file;
        files.saveAs();
        var theirs = Documents.ofEpochs(5, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)).withName("theirs");
        new DocumentStore().save(file, theirs);

        answers.answer = SECOND;
        rename("ours");
        assertThat(files.save()).isFalse();
        answers.answer = FIRST;
        files.noticeForeignChanges();
        assertThat(session.document().name()).isEqualTo("theirs");
        assertThat(answers.asked).contains("shared.json has changed on disk");
    }

    @Test
    void foldersAreThoseOfTheDesktop() {
        Path home = Path.of("/home/ada");
        assertThat(UserFolders.of(Map.of(), home, "Linux").preferencesFile())
                .isEqualTo(Path.of("/home/ada/.config/annealer/preferences.json"));
        assertThat(UserFolders.of(Map.of("XDG_STATE_HOME", "/state"), home, "Linux").drafts())
                .isEqualTo(Path.of("/state/annealer/drafts"));
        assertThat(UserFolders.of(Map.of(), home, "Mac OS X").settings())
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Annealer"));
    }

    @Test
    void aWindowNeedsADisplayOnlyWhereThereIsAServer() {
        assertThat(WindowStart.hasDisplay(Map.of(), "Linux", "")).isFalse();
        assertThat(WindowStart.hasDisplay(Map.of("DISPLAY", ":0"), "Linux", "")).isTrue();
        assertThat(WindowStart.hasDisplay(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux", "")).isTrue();
        assertThat(WindowStart.hasDisplay(Map.of(), "Linux", "Headless")).isTrue();
        assertThat(WindowStart.hasDisplay(Map.of(), "Windows 11", "")).isTrue();
    }
}
