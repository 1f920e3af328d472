package dev.annealer.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.SchedulerType;
import dev.annealer.document.Silenced;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.testing.Windows;
import dev.annealer.ui.preferences.UserFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Who hears the window rather than sees it learns of everything that takes the focus what it is.
@ExtendWith(ApplicationExtension.class)
class AccessibleNamesTest {
    @TempDir
    private static Path folder;

    private MainWindow window;

    @Start
    void start(Stage stage) {
        var folders = new UserFolders(folder.resolve("settings"), folder.resolve("state"));
        window = new MainWindow(stage, folders, new Answers(), new Here(), _ -> { });
        window.show(null);
    }

    @Test
    void everythingThatTakesTheFocusHasAName(FxRobot robot) throws TimeoutException {
        Windows.awaitWhole(robot);
        robot.interact(() -> window.session().edit("all", _ -> Documents.withGroups(
                        Documents.ofEpochs(
                                20,
                                Documents.stage("5", SchedulerType.ONE_CYCLE_LR),
                                Documents.stage("5", SchedulerType.CYCLIC_LR),
                                Documents.stage("5", SchedulerType.MULTI_STEP_LR),
                                Documents.stage("", SchedulerType.COSINE_ANNEALING_LR, "T_max", "20")),
                        0.1, 0.01)
                .withSilenced(List.of(new Silenced("warmup-length", "as published")))));
        robot.interact(() -> robot.lookup(".titled-pane").queryAllAs(TitledPane.class).forEach(pane -> pane.setExpanded(true)));
        TabPane tabs = robot.lookup(".tab-pane").query();
        for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
            int shown = tab;
            robot.interact(() -> tabs.getSelectionModel().select(shown));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(tabs.getTabs().get(tab).getContent()).as("what is in tab %d", tab).isNotNull();
            assertThat(nameless(robot)).as("tab %d", tab).isEmpty();
        }
    }

    private static Set<String> nameless(FxRobot robot) {
        Set<Node> named = robot.lookup(node -> node instanceof Label).queryAllAs(Label.class).stream()
                .filter(label -> !label.getText().isBlank())
                .map(Label::getLabelFor)
                .collect(Collectors.toSet());
        return robot.lookup(node -> node.isFocusTraversable() && !node.isDisabled() && isShown(node)).queryAll().stream()
                .filter(node -> !named.contains(node) && !hasText(node))
                .map(node -> node.getClass().getSimpleName() + " " + node.getStyleClass() + " in "
                        + node.getParent().getStyleClass())
                .collect(Collectors.toSet());
    }

    private static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }

    private static boolean hasText(Node node) {
        boolean isNamed = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        return isNamed || node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
    }
}
