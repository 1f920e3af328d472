package dev.annealer.ui.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Architecture;
import dev.annealer.document.SchedulerType;
import dev.annealer.schedule.Schedule;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Here;
import dev.annealer.ui.app.MainWindow;
import dev.annealer.ui.preferences.UserFolders;
import dev.annealer.ui.session.Session;
import java.nio.file.Path;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person who has never tuned a schedule gets one.
@ExtendWith(ApplicationExtension.class)
class AdvisorWindowTest {
    @TempDir
    private static Path folder;

    private final Answers answers = new Answers();
    private Stage stage;
    private Session session;

    @Start
    void start(Stage shown) {
        stage = shown;
        var window = new MainWindow(
                stage, new UserFolders(folder.resolve("settings"), folder.resolve("state")), answers, new Here(), _ -> { });
        window.show(null);
        session = window.session();
    }

    @BeforeEach
    void forgetOldFailures() {
        WaitForAsyncUtils.clearExceptions();
    }

    private Scene openAdvisor(FxRobot robot) {
        robot.interact(() -> button(stage.getScene(), "Advisor").fire());
        WaitForAsyncUtils.waitForFxEvents();
        return advisor();
    }

    private static Scene advisor() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage stage && "Advisor".equals(stage.getTitle()))
                .findFirst()
                .orElseThrow()
                .getScene();
    }

    private static ButtonBase button(Scene scene, String text) {
        return scene.getRoot().lookupAll(".button").stream()
                .map(ButtonBase.class::cast)
                .filter(button -> Objects.equals(button.getText(), text))
                .findFirst()
                .orElseThrow();
    }

    private static TextField field(Scene scene, String name) {
        return scene.getRoot().lookupAll(".number-field").stream()
                .map(TextField.class::cast)
                .filter(field -> field.getAccessibleText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Architecture> architecture(Scene scene) {
        return (ComboBox<Architecture>) scene.getRoot().lookup(".combo-box");
    }

    @Test
    void escapeClosesItAndItComesBackAsTheSameWindow(FxRobot robot) {
        Scene scene = openAdvisor(robot);
        for (int i = 0; i < 3; i++) {
            robot.interact(() -> Event.fireEvent(scene.getRoot().lookup(".number-field"),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
            assertThat(scene.getWindow().isShowing()).isFalse();
            assertThat(openAdvisor(robot)).isSameAs(scene);
        }
    }

    @Test
    void answersBecomeTheOpenScheduleAndOneUndoTakesItBack(FxRobot robot) {
        Schedule before = session.scheduleProperty().get();
        Scene scene = openAdvisor(robot);
        robot.interact(() -> {
            architecture(scene).setValue(Architecture.CNN);
            field(scene, "How many epochs?").setText("20");
            field(scene, "Batch size").setText("256");
        });
        assertThat(((Labeled) scene.getRoot().lookup(".advice-name")).getText()).isEqualTo("CNN, OneCycle, 20 epochs");
        assertThat(scene.getRoot().lookupAll(".reason")).hasSize(3);
        robot.interact(() -> button(scene, "Use this").fire());
        assertThat(scene.getWindow().isShowing()).isFalse();
        assertThat(session.document().schedule().stages().getFirst().scheduler().type()).isEqualTo(SchedulerType.ONE_CYCLE_LR);
        assertThat(session.scheduleProperty().get().steps()).isEqualTo(20 * 196);
        robot.interact(session::undo);
        assertThat(session.scheduleProperty().get().steps()).isEqualTo(before.steps());
        assertThat(session.undoLabelProperty().get()).isEmpty();
    }

    @Test
    void aSliderAnswersInRoundNumbersAndAWrongNumberDisablesTheButtons(FxRobot robot) {
        Scene scene = openAdvisor(robot);
        Slider batch = scene.getRoot().lookupAll(".slider").stream()
                .map(Slider.class::cast)
                .filter(slider -> slider.getAccessibleText().equals("Batch size"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> batch.setValue(9.3));
        assertThat(field(scene, "Batch size").getText()).isEqualTo("512");
        robot.interact(() -> field(scene, "Batch size").setText("many"));
        assertThat(button(scene, "Use this").isDisabled()).isTrue();
        robot.interact(() -> field(scene, "Batch size").setText("300"));
        assertThat(button(scene, "Use this").isDisabled()).isFalse();
        assertThat(batch.getValue()).isBetween(8.0, 9.0);
    }

    @Test
    void opensAsANewDocumentAfterAskingAboutChanges(FxRobot robot) {
        robot.interact(() -> session.edit("rename", document -> document.withName("Unsaved")));
        Scene scene = openAdvisor(robot);
        robot.interact(() -> ((CheckBox) scene.getRoot().lookup(".check-box")).fire());
        answers.answer = 2;
        robot.interact(() -> button(scene, "Open as new document").fire());
        assertThat(session.document().name()).as("given up").isEqualTo("Unsaved");
        answers.answer = 1;
        robot.interact(() -> button(scene, "Open as new document").fire());
        assertThat(session.document().name()).isEqualTo("Training, reduce on plateau");
        assertThat(session.dirtyProperty().get()).isFalse();
    }
}
