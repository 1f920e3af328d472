package dev.annealer.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.document.Input;
import dev.annealer.document.LrFinderRecord;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Here;
import dev.annealer.ui.preferences.UserFolders;
import dev.annealer.ui.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// From the file of a range test to a learning rate in the schedule, in the real window.
@ExtendWith(ApplicationExtension.class)
class FinderJobTest {
    private static final Path RUN = Path.of("src/test/resources/runs/lrf01_digits_logistic_sgdm.csv");

    @TempDir
    private static Path folder;

    private final Answers answers = new Answers();
    private Session session;

    @Start
    void start(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        var folders = new UserFolders(folder.resolve("settings"), folder.resolve("state"));
        var window = new MainWindow(stage, folders, answers, new Here(), _ -> { });
        // What dropping the file on the window does, too.
        window.show(RUN);
        stage.setMinHeight(0);
        stage.setMinWidth(0);
        stage.setWidth(900);
        stage.setHeight(700);
        session = window.session();
    }

    @BeforeEach
    void forgetOldFailures() {
        WaitForAsyncUtils.clearExceptions();
    }

    private static String chart(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".finder-chart").query().getAccessibleText();
    }

    @Test
    void aRunIsOpenedAPickSwitchedOnUsedAndTakenBack(FxRobot robot) {
        var before = session.document();
        assertThat(session.fileProperty().get()).as("the run is no document").isNull();
        robot.interact(() -> robot.lookup("#show-fastai-slide").queryAs(CheckBox.class).fire());
        assertThat(robot.lookup("#show-fastai-slide").queryAs(CheckBox.class).isSelected()).isTrue();
        Button use = robot.lookup("#use-base-lr").queryButton();
        // The window begins with AdamW: a tenth of 0.509.
        assertThat(use.getText()).isEqualTo("Use 0.0509 as base LR");
        robot.interact(use::fire);
        assertThat(session.document().lrFinder()).isEqualTo(new LrFinderRecord(
                "lrf01_digits_logistic_sgdm.csv",
                "steepest",
                new Input("0.509"),
                "base_lr",
                new Input("0.1")));
        assertThat(session.staleProperty().get()).isFalse();
        var schedule = session.scheduleProperty().get();
        assertThat(schedule.extremes(0, schedule.steps(), 0).max()).isEqualTo(0.0509);
        assertThat(robot.lookup("#use-max-lr").queryButton().isDisabled()).isTrue();
        robot.interact(session::undo);
        assertThat(session.document()).isEqualTo(before);
    }

    @Test
    void theOwnPickIsMovedByKeys(FxRobot robot) {
        robot.interact(() -> robot.lookup("#show-own").queryAs(CheckBox.class).fire());
        String there = robot.lookup("#use-base-lr").queryButton().getText();
        Node handle = robot.lookup(".own-pick").query();
        for (int i = 0; i < 3; i++) {
            robot.interact(() -> Event.fireEvent(handle, new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false)));
        }
        assertThat(there).isEqualTo("Use 0.0509 as base LR");
        // Three points of 1.2045 times the rate: 0.8903 to a person 0.89.
        assertThat(robot.lookup("#use-base-lr").queryButton().getText()).isEqualTo("Use 0.089 as base LR");
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, Point2D at) {
        return new MouseEvent(
                type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1,
                false, false, false, false, true, false, false, false, false, true, null);
    }

    private static Point2D middle(Node node) {
        return node.localToScene(node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
    }

    @Test
    void theOwnPickIsDraggedAlongTheCurve(FxRobot robot) {
        robot.interact(() -> robot.lookup("#show-own").queryAs(CheckBox.class).fire());
        chart(robot);
        Node handle = robot.lookup(".own-pick").query();
        Point2D middle = middle(handle);
        robot.interact(() -> {
            Event.fireEvent(handle, mouse(MouseEvent.MOUSE_PRESSED, middle));
            Event.fireEvent(handle, mouse(MouseEvent.MOUSE_DRAGGED, middle.subtract(40, 0)));
            Event.fireEvent(handle, mouse(MouseEvent.MOUSE_RELEASED, middle.subtract(40, 0)));
        });
        chart(robot);
        // It snaps to the nearest of the run's hundred points, a few pixels apart, and no selection to zoom into was drawn by it.
        assertThat(middle(handle).getX()).isCloseTo(middle.getX() - 40, within(8.0));
        String left = robot.lookup("#use-base-lr").queryButton().getText();
        assertThat(Double.parseDouble(left.replaceAll("Use (.*) as base LR", "$1"))).isLessThan(0.02);
        assertThat(robot.lookup(".chart-selection").queryAllAs(Rectangle.class)).noneMatch(Node::isVisible);
    }

    @Test
    void thePictureIsSaved(FxRobot robot) throws Exception {
        answers.file = folder.resolve("finder.svg");
        robot.interact(() -> robot.lookup(".button").queryAllAs(Button.class).stream()
                .filter(button -> "Save this picture as PNG or SVG".equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(Files.readString(folder.resolve("finder.svg"))).contains("steepest  0.509", "learning rate");
    }

    @Test
    void smoothingActsWhileTheSliderMoves(FxRobot robot) {
        robot.interact(() -> robot.lookup("#smoothing").queryAs(Slider.class).setValue(0));
        assertThat(robot.lookup("#use-base-lr").queryButton().getText()).isEqualTo("Use 0.0423 as base LR");
        assertThat(chart(robot)).contains("100 points of lrf01_digits_logistic_sgdm.csv from 1e-7 to 10");
    }
}
