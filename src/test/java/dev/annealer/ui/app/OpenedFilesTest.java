package dev.annealer.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.chart.FinderCurve;
import dev.annealer.chart.FinderPicture;
import dev.annealer.document.SchedulerType;
import dev.annealer.storage.DocumentStore;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.ui.finder.FinderViewModel;
import dev.annealer.ui.finder.ImportViewModel;
import dev.annealer.ui.preferences.PreferencesStore;
import dev.annealer.ui.session.Session;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which file goes where when it is dropped on the window.
class OpenedFilesTest {
    private static final Path RUN = Path.of("src/test/resources/runs/lrf10_cancer_mlp_adam.csv");

    @TempDir
    private Path folder;

    private final Session session = new Session(StarterDocument.create(), new Here());
    private final Answers answers = new Answers();
    private final FinderViewModel finder = new FinderViewModel(new Here());
    private final List<String> called = new ArrayList<>();
    private ImportViewModel runs;
    private OpenedFiles opened;

    @BeforeEach
    void create() {
        var preferences = new PreferencesStore(folder.resolve("settings/preferences.json"));
        runs = new ImportViewModel(finder, preferences, answers, new Here(), _ -> { });
        opened = new OpenedFiles(
                new DocumentFiles(session, new DocumentStore(), answers, preferences, new Here()), runs, window());
    }

    /// A window that notes which of its actions is asked for.
    private WindowActions window() {
        return (WindowActions) Proxy.newProxyInstance(
                WindowActions.class.getClassLoader(), new Class<?>[] {WindowActions.class}, (_, method, arguments) -> {
                    called.add(method.getName() + (arguments == null ? "" : " " + ((Path) arguments[0]).getFileName()));
                    return null;
                });
    }

    private Path document(String name) throws Exception {
        Path file = folder.resolve(name);
        var document = Documents.ofEpochs(5, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR));
        new DocumentStore().save(file, document.withName(name));
        return file;
    }

    /// The names of the runs that the finder draws.
    private List<String> curves() {
        FinderPicture picture = finder.pictureProperty().get();
        return picture == null ? List.of() : picture.curves().stream().map(FinderCurve::name).toList();
    }

    @Test
    void aDocumentIsOpenedInTheEditor() throws Exception {
        opened.open(List.of(document("first.json"), document("second.json")));
        assertThat(session.document().name()).isEqualTo("first.json");
        assertThat(called).isEmpty();
        assertThat(curves()).isEmpty();
    }

    @Test
    void aBrokenDocumentIsRefusedByTheEditorAndNotByTheFinder() throws Exception {
        opened.open(List.of(Files.writeString(folder.resolve("broken.json"), "{\"annealer\": 1, \"training\": 3}")));
        assertThat(answers.asked).singleElement().asString().startsWith("broken.json can’t be opened: ");
        assertThat(called).isEmpty();
    }

    @Test
    void aRunIsShownInTheFinder() {
        opened.open(List.of(RUN));
        assertThat(called).containsExactly("showFinder");
        assertThat(curves()).containsExactly("lrf10_cancer_mlp_adam.csv");
        assertThat(session.document()).isEqualTo(StarterDocument.create());
    }

    @Test
    void aJsonThatIsNoDocumentIsARun() throws Exception {
        Path run = Files.writeString(
                folder.resolve("run.json"), "{\"lr\": [1e-5, 1e-4, 1e-3, 1e-2, 1e-1], \"loss\": [3, 2.5, 2, 1.5, 4]}");
        opened.open(List.of(run));
        assertThat(called).containsExactly("showFinder");
        assertThat(answers.asked).isEmpty();
        assertThat(session.document()).isEqualTo(StarterDocument.create());
    }

    @Test
    void aScriptIsImported() throws Exception {
        opened.open(List.of(Files.writeString(folder.resolve("train.py"), "import torch\n")));
        assertThat(called).containsExactly("importScript train.py");
        assertThat(session.document()).isEqualTo(StarterDocument.create());
    }

    @Test
    void allThreeAtOnceGoTheirWays() throws Exception {
        Path script = Files.writeString(folder.resolve("train.py"), "import torch\n");
        opened.open(List.of(RUN, script, document("first.json")));
        assertThat(session.document().name()).isEqualTo("first.json");
        assertThat(called).containsExactlyInAnyOrder("importScript train.py", "showFinder");
        assertThat(curves()).containsExactly("lrf10_cancer_mlp_adam.csv");
    }

    @Test
    void whatIsGoneIsSaid() {
        opened.open(List.of(folder.resolve("gone.json")));
        assertThat(answers.asked).singleElement().asString().contains("there is no such file or folder");
    }
}
