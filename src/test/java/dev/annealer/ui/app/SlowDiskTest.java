package dev.annealer.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.SchedulerType;
import dev.annealer.recipe.Catalogue;
import dev.annealer.storage.DocumentStore;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Later;
import dev.annealer.ui.preferences.UserFolders;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The window between asking for something and having it.
@ExtendWith(ApplicationExtension.class)
class SlowDiskTest {
    @TempDir
    private static Path folder;

    private final Answers answers = new Answers();
    private final Later background = new Later();
    private Stage stage;
    private MainWindow window;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        Path file = folder.resolve("named.json");
        var document = Documents.ofEpochs(5, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR));
        new DocumentStore().save(file, document.withName("Named at the start"));
        var folders = new UserFolders(folder.resolve("settings"), folder.resolve("state"));
        window = new MainWindow(stage, folders, answers, background, _ -> { });
        window.show(file);
    }

    @Test
    void aDocumentNamedAtTheStartIsOpenedWhenItIsRead(FxRobot robot) {
        assertThat(stage.getTitle()).isEqualTo("Warmup + cosine — Annealer");
        robot.interact(background::catchUp);
        assertThat(stage.getTitle()).isEqualTo("Named at the start — Annealer");
        assertThat(answers.asked).isEmpty();
    }

    @Test
    void theWindowClosesWhileAFileIsRead(FxRobot robot) {
        robot.interact(window::close);
        assertThat(stage.isShowing()).isFalse();
        robot.interact(background::catchUp);
        assertThat(stage.isShowing()).isFalse();
        assertThat(window.session().fileProperty().get()).isNull();
        assertThat(answers.asked).isEmpty();
    }

    @Test
    void theRecipesToCompareWithAreThereWhenTheyAreRead(FxRobot robot) throws Exception {
        Menu view = robot.lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
                .filter(menu -> menu.getText().equals("_View"))
                .findFirst()
                .orElseThrow();
        Menu recipes = view.getItems().stream()
                .filter(Menu.class::isInstance)
                .map(Menu.class::cast)
                .filter(menu -> menu.getText().contains("Recipe"))
                .findFirst()
                .orElseThrow();
        assertThat(recipes.isDisable()).isTrue();
        robot.interact(() -> Event.fireEvent(view, new Event(Menu.ON_SHOWING)));
        assertThat(recipes.isDisable()).isTrue();
        robot.interact(background::catchUp);
        assertThat(recipes.isDisable()).isFalse();
        assertThat(recipes.getItems()).hasSameSizeAs(Catalogue.load().recipes());
    }
}
