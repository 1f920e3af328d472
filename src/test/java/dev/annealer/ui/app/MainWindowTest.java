package dev.annealer.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.testing.Answers;
import dev.annealer.testing.Documents;
import dev.annealer.testing.Here;
import dev.annealer.testing.Windows;
import dev.annealer.ui.preferences.UserFolders;
import dev.annealer.ui.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Whole jobs that a person does, with a robot in front of the real window on JavaFX's headless platform.
@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
    @TempDir
    private static Path folder;

    private final Answers answers = new Answers();
    private final List<String> clipboard = new ArrayList<>();
    private Stage stage;
    private Session session;

    @Start
    void start(Stage shown) {
        stage = shown;
        stage.setX(0);
        stage.setY(0);
        var window = new MainWindow(
                stage, new UserFolders(folder.resolve("settings"), folder.resolve("state")), answers, new Here(), clipboard::add);
        window.show(null);
        stage.setMinHeight(0);
        stage.setMinWidth(0);
        stage.setWidth(900);
        stage.setHeight(700);
        session = window.session();
    }

    @BeforeEach
    void awaitTheWholeWindow(FxRobot robot) throws TimeoutException {
        // Failures of the test before.
        WaitForAsyncUtils.clearExceptions();
        Windows.awaitWhole(robot);
    }

    private static TextField field(FxRobot robot, String name) {
        return robot.lookup(".number-field").queryAllAs(TextField.class).stream()
                .filter(field -> field.getAccessibleText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void helpListsTheKeysOfTheMenusAndSaysWhatUndoUndoes(FxRobot robot) {
        Slider knob = robot.lookup(".slider").queryAllAs(Slider.class).iterator().next();
        robot.interact(() -> knob.setValue(knob.getMin()));
        MenuBar bar = robot.lookup(".menu-bar").query();
        MenuItem help = bar.getMenus().getLast().getItems().getFirst();

        robot.interact(help::fire);

        GridPane list = robot.lookup(".shortcuts").query();
        List<String> texts = list.getChildren().stream().map(Label.class::cast).map(Label::getText).toList();
        assertThat(texts).startsWith("Ctrl+N", "New", "Ctrl+O", "Open");
        assertThat(texts).containsSequence("Ctrl+Z", "Undo " + session.undoLabelProperty().get());
        robot.interact(() -> list.getScene().getWindow().hide());
    }

    @Test
    void whatFewSetIsMadeWhenItIsOpenedAndWritesWhatIsTyped(FxRobot robot) {
        TitledPane more = robot.lookup(".training-panel .more-pane").query();
        assertThat(more.getContent()).isNull();

        robot.interact(() -> more.setExpanded(true));
        TextField batch = field(robot, "batch size");
        assertThat(batch.getText()).isEqualTo("128");
        robot.interact(() -> batch.setText("256"));

        assertThat(session.document().training().batchSize()).isEqualTo(Input.of(256L));
    }

    @Test
    void aTabIsMadeWhenItIsFirstChosen(FxRobot robot) {
        TabPane tabs = robot.lookup(".tab-pane").query();
        Tab export = tabs.getTabs().getLast();
        assertThat(export.getContent()).isNull();

        robot.interact(() -> tabs.getSelectionModel().select(export));

        assertThat(export.getContent()).isNotNull();
    }

    @Test
    void theCheckpointsOfEachGroupAreToBeSeen(FxRobot robot) {
        assertThat(robot.lookup(".checkpoints .combo-box").tryQuery()).isEmpty();

        Document one = Documents.ofSteps(4, Documents.stage("", SchedulerType.STEP_LR, "step_size", "2"));
        robot.interact(() -> session.open(Documents.withGroups(one, 0.1, 0.01), null, true));
        ComboBox<String> groups = robot.lookup(".checkpoints .combo-box").query();
        assertThat(groups.getItems()).containsExactly("a", "b");
        assertThat(firstRate(robot)).isEqualTo("0.1");
        robot.interact(() -> groups.getSelectionModel().select("b"));
        assertThat(firstRate(robot)).isEqualTo("0.01");

        robot.interact(() -> session.open(one, null, true));
        assertThat(groups.isVisible()).isFalse();
        assertThat(firstRate(robot)).isEqualTo("0.1");
    }

    private static String firstRate(FxRobot robot) {
        return robot.lookup(".checkpoints .figures .figure").<Label>query().getText();
    }

    @Test
    void theCheckpointsKeepTheirHeight(FxRobot robot) {
        Region checkpoints = robot.lookup(".checkpoints").query();
        double height = checkpoints.getHeight();
        assertThat(height).isEqualTo(256);

        robot.interact(() -> stage.setHeight(stage.getHeight() - 100));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(checkpoints.getHeight()).isCloseTo(height, within(1.0));
        robot.interact(() -> stage.setHeight(stage.getHeight() + 100));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(checkpoints.getHeight()).isCloseTo(height, within(1.0));
    }

    @Test
    void aKnobMovesTheCurveAndOneUndoTakesItBack(FxRobot robot) {
        double before = session.scheduleProperty().get().at(0, 0);
        Slider start = robot.lookup(".slider").queryAllAs(Slider.class).stream()
                .filter(slider -> slider.getAccessibleText().equals("start_factor"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> {
            start.setValue(0.6);
            start.setValue(0.7);
            start.setValue(0.75);
        });
        assertThat(session.scheduleProperty().get().at(0, 0)).isGreaterThan(before);
        assertThat(session.undoLabelProperty().get()).isEqualTo("change start_factor");
        robot.interact(session::undo);
        assertThat(session.scheduleProperty().get().at(0, 0)).isEqualTo(before);
        assertThat(session.undoLabelProperty().get()).isEmpty();
    }

    /// A checkbox, a button or a tab takes an underscore for a mnemonic, where nobody has told it otherwise.
    @Test
    void namesKeepTheirUnderscores(FxRobot robot) {
        robot.interact(() -> session.edit("change type", document -> document.withSchedule(document.schedule()
                .withStage(1, stage -> stage.withScheduler(SchedulerSpec.of(SchedulerType.ONE_CYCLE_LR))))));
        WaitForAsyncUtils.waitForFxEvents();
        Set<Labeled> labeled = robot.lookup(node -> node instanceof Labeled).queryAll();
        assertThat(labeled).extracting(Labeled::getText).contains("three_phase", "start_factor");
        assertThat(labeled)
                .filteredOn(Labeled::isMnemonicParsing)
                .extracting(Labeled::getText)
                // Menus mean theirs: `_File`.
                .noneMatch(text -> text != null && text.lastIndexOf('_') > 0);
        robot.interact(() -> session.edit("change start_factor", document -> document.withName("renamed")));
        assertThat(robot.lookup(".tool-button").queryAllAs(Button.class)).extracting(Button::getAccessibleText)
                .contains("Undo change start_factor");
    }

    @Test
    void typedNumbersAreTakenLiveAndMarkedWhileWrong(FxRobot robot) {
        TextField epochs = field(robot, "epochs");
        robot.interact(() -> epochs.setText("3x"));
        assertThat(session.staleProperty().get()).isTrue();
        assertThat(epochs.getPseudoClassStates()).anyMatch(state -> state.getPseudoClassName().equals("wrong"));
        robot.interact(() -> epochs.setText("30"));
        assertThat(session.scheduleProperty().get().steps()).isEqualTo(30 * 391);
        assertThat(epochs.getPseudoClassStates()).noneMatch(state -> state.getPseudoClassName().equals("wrong"));
    }

    @Test
    void lengthsAreTypedInTheUnitAPersonThinksIn(FxRobot robot) {
        TextField length = field(robot, "length");
        robot.interact(() -> length.setText("10 %"));
        assertThat(session.document().schedule().stages().getFirst().length()).isEqualTo(new Input("10%"));
        assertThat(session.scheduleProperty().get().stages().getFirst().length()).isEqualTo(3910);
    }

    @Test
    void stagesAreReorderedByKeys(FxRobot robot) {
        Node second = robot.lookup(".stage-card").queryAll().stream().skip(1).findFirst().orElseThrow();
        // The headless platform's robot presses keys without modifiers.
        robot.interact(() -> Event.fireEvent(second, new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, true, false)));
        assertThat(session.document().schedule().stages().getFirst().scheduler().type())
                .isEqualTo(SchedulerType.COSINE_ANNEALING_LR);
    }

    @Test
    void theExportFollowsAndIsCopied(FxRobot robot) {
        robot.interact(() -> robot.lookup(".tab-pane").queryAs(TabPane.class).getSelectionModel().selectLast());
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> session.edit("rename", document -> document.withName("From the robot")));
        robot.clickOn(robot.from(robot.lookup(".targets").queryListView()).lookup("Java").<Node>query());
        robot.clickOn("Copy");
        assertThat(clipboard).singleElement().asString().contains("public final class FromTheRobot {");
    }

    @Test
    void aRecipeIsSearchedOpenedAndDrawn(FxRobot robot) {
        robot.clickOn("Recipes");
        TextField search = robot.from(robot.listWindows().getLast().getScene().getRoot()).lookup(".text-field").query();
        robot.interact(() -> search.setText("vit torchvision"));
        robot.clickOn("Open as new document");
        assertThat(stage.getTitle()).isEqualTo("ViT-B/16, torchvision — Annealer");
        // 30 epochs of warmup up to 3e-3.
        assertThat(session.scheduleProperty().get().at(30, 0)).isEqualTo(0.003);
        assertThat(robot.lookup(".chart-pane").query().getAccessibleText()).contains("300 steps");
        assertThat(robot.listWindows()).hasSize(1);
    }

    private static long cardsOf(FxRobot robot, String rule) {
        return robot.lookup(".finding-card .finding-rule").queryAllAs(Label.class).stream()
                .filter(label -> label.getText().equals(rule))
                .count();
    }

    private void mistake(FxRobot robot) {
        robot.interact(() -> session.edit("change T_max", document -> document.withSchedule(document.schedule()
                .withStage(1, stage -> stage.withScheduler(stage.scheduler().with("T_max", new Input("20000")))))));
    }

    @Test
    void aMistakeIsFoundFixedAndBackAfterUndo(FxRobot robot) {
        mistake(robot);
        assertThat(cardsOf(robot, "horizon-mismatch")).isEqualTo(1);
        assertThat(robot.lookup(".stage-badge").queryAllAs(Button.class)).anyMatch(Node::isVisible);
        assertThat(robot.lookup(".status-findings").queryAs(Hyperlink.class).getText()).startsWith("1 error");

        Node card = robot.lookup(".finding-card").query();
        robot.interact(card::requestFocus);
        assertThat(robot.lookup(".finding-shade").query().isVisible()).isTrue();

        robot.interact(() -> robot.lookup(".finding-fix").queryAllAs(Button.class).stream()
                .filter(button -> button.getText().equals("Let T_max follow the stage"))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(cardsOf(robot, "horizon-mismatch")).isZero();
        assertThat(session.undoLabelProperty().get()).isEqualTo("let T_max follow the stage");
        robot.interact(session::undo);
        assertThat(cardsOf(robot, "horizon-mismatch")).isEqualTo(1);
    }

    @Test
    void f1OnAKnobSaysWhatItDoes(FxRobot robot) throws Exception {
        Slider start = robot.lookup(".slider").queryAllAs(Slider.class).stream()
                .filter(slider -> slider.getAccessibleText().equals("start_factor"))
                .findFirst()
                .orElseThrow();
        robot.interact(start::requestFocus);
        robot.type(KeyCode.F1);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup(".help-title").tryQuery().isPresent());
        assertThat(robot.lookup(".help-title").queryLabeled().getText()).isEqualTo("LinearLR · start_factor");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void savesAndOpensAgain(FxRobot robot) throws Exception {
        answers.file = folder.resolve("robot.json");
        robot.interact(() -> session.edit("rename", document -> document.withName("Saved by a robot")));
        assertThat(stage.getTitle()).isEqualTo("• Saved by a robot — Annealer");
        Button save = robot.lookup(".tool-button").queryAllAs(Button.class).stream()
                .filter(button -> button.getAccessibleText().equals("Save"))
                .findFirst()
                .orElseThrow();
        robot.clickOn(save);
        assertThat(Files.readString(folder.resolve("robot.json"))).contains("\"name\": \"Saved by a robot\"");
        assertThat(stage.getTitle()).isEqualTo("Saved by a robot — Annealer");
    }

    /// The scroll pane around a card would take the focus, and with it the keys that move and remove it.
    @Test
    void aPressedCardKeepsTheFocus(FxRobot robot) {
        robot.clickOn("CosineAnnealingLR");
        assertThat(stage.getScene().getFocusOwner().getAccessibleText()).isEqualTo("Stage 2: CosineAnnealingLR");
        mistake(robot);
        robot.clickOn(robot.lookup(".finding-card .finding-message").<Node>query());
        assertThat(stage.getScene().getFocusOwner()).isEqualTo(robot.lookup(".finding-card").<Node>query());
    }

    @Test
    void theHelpForARuleIsOnTheSideWhereThereIsRoom(FxRobot robot) throws Exception {
        mistake(robot);
        robot.clickOn(robot.lookup(".finding-card .finding-rule").<Node>query());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup(".help-title").tryQuery().isPresent());
        Node help = robot.lookup(".help-title").query();
        Node rule = robot.lookup(".finding-card .finding-rule").query();
        assertThat(help.localToScreen(help.getBoundsInLocal()).getMaxX())
                .isLessThan(rule.localToScreen(rule.getBoundsInLocal()).getMinX());
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theCountOfFindingsLeadsToTheWorst(FxRobot robot) {
        mistake(robot);
        robot.clickOn(".status-findings");
        Node card = robot.lookup(".finding-card").query();
        assertThat(stage.getScene().getFocusOwner()).isEqualTo(card);
    }

    @Test
    void theListOfFindingsMovesOnlyForWhatIsOutOfSight(FxRobot robot) {
        robot.interact(() -> stage.setHeight(600));
        robot.interact(() -> session.edit("mistakes", _ -> Documents.ofEpochs(
                20,
                Documents.stage("5", SchedulerType.LINEAR_LR),
                Documents.stage("", SchedulerType.COSINE_ANNEALING_LR, "T_max", "20"))));
        WaitForAsyncUtils.waitForFxEvents();
        ScrollPane list = robot.lookup(".findings").query();
        robot.interact(() -> list.setVvalue(0.05));
        robot.clickOn(".status-findings");
        assertThat(list.getVvalue()).isEqualTo(0.05);

        robot.interact(() -> list.setVvalue(1));
        robot.clickOn(".status-findings");
        Bounds card = robot.lookup(".finding-card").query().localToScene(
                robot.lookup(".finding-card").query().getBoundsInLocal());
        assertThat(list.localToScene(list.getBoundsInLocal()).contains(card.getMinX(), card.getMinY() + 1)).isTrue();
    }

    @Test
    void onlyADocumentThatNeverCompiledLeavesTheChartEmpty(FxRobot robot) throws Exception {
        Node empty = robot.lookup(".chart-empty").query();
        assertThat(empty.isVisible()).isFalse();
        robot.interact(() -> session.open(
                StarterDocument.create().withTraining(session.document().training().withEpochs(new Input("2x"))), null, true));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, empty::isVisible);
        robot.interact(() -> session.edit("epochs", document ->
                document.withTraining(document.training().withEpochs(new Input("30")))));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !empty.isVisible());
    }
}
