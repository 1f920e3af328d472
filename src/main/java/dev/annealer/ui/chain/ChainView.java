package dev.annealer.ui.chain;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.ui.findings.FindingsViewModel;
import dev.annealer.ui.findings.StageBadge;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The left side of the window: training and optimizer above, the stages below.
public final class ChainView extends ScrollPane {
    private final ChainViewModel model;
    private final FindingsViewModel findings;
    private final VBox training = new VBox();
    private final VBox cards = new VBox();
    private final Region dropMark = new Region();
    private Form trainingForm;
    private Form stagesForm;
    private String trainingShape = "";
    private String stagesShape = "";

    public ChainView(ChainViewModel model, FindingsViewModel findings) {
        this.model = model;
        this.findings = findings;
        trainingForm = new Form(model.session());
        stagesForm = new Form(model.session());
        getStyleClass().addAll("side-pane", "chain");
        dropMark.getStyleClass().add("drop-mark");
        cards.getStyleClass().add("stage-cards");
        var title = new Label(get("chain.title"));
        title.getStyleClass().add("pane-title");
        var content = new VBox(training, title, cards, addButton());
        content.getStyleClass().add("side-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(300);
        setPrefWidth(360);
        model.session().documentProperty().subscribe(_ -> refresh());
        model.session().evaluatedProperty().subscribe(_ -> refresh());
        findings.reportProperty().subscribe(_ -> stageCards().forEach(card -> card.badge().show()));
    }

    /// Controls stay as long as they can: what is being typed or dragged keeps its focus.
    private void refresh() {
        String newTrainingShape = TrainingPanel.shape(model.session().document());
        if (newTrainingShape.equals(trainingShape)) {
            trainingForm.read();
        } else {
            trainingShape = newTrainingShape;
            trainingForm = new Form(model.session());
            training.getChildren().setAll(new TrainingPanel(model, trainingForm));
        }
        String newShape = model.shape();
        if (newShape.equals(stagesShape)) {
            stagesForm.read();
        } else {
            stagesShape = newShape;
            rebuildCards();
        }
    }

    private void rebuildCards() {
        stagesForm = new Form(model.session());
        var built = new ArrayList<StageCard>();
        for (int i = 0; i < model.stages().size(); i++) {
            var card = new StageCard(model, stagesForm, new StageBadge(findings, i), i);
            card.dragHandle().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
            card.dragHandle().addEventHandler(MouseEvent.MOUSE_RELEASED, event -> drop(card, event));
            built.add(card);
        }
        cards.getChildren().setAll(built);
    }

    private List<StageCard> stageCards() {
        return cards.getChildren().stream()
                .filter(StageCard.class::isInstance)
                .map(StageCard.class::cast)
                .toList();
    }

    /// Before which card the pointer is, 0 to the number of cards.
    private int gapAt(MouseEvent event) {
        double y = cards.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        int gap = 0;
        for (StageCard card : stageCards()) {
            gap += y > card.getBoundsInParent().getCenterY() ? 1 : 0;
        }
        return gap;
    }

    private void drag(MouseEvent event) {
        int gap = gapAt(event);
        cards.getChildren().remove(dropMark);
        cards.getChildren().add(gap, dropMark);
        event.consume();
    }

    private void drop(StageCard card, MouseEvent event) {
        if (cards.getChildren().remove(dropMark)) {
            int gap = gapAt(event);
            model.move(card.index(), gap > card.index() ? gap - 1 : gap);
        }
    }

    private HBox addButton() {
        var add = new Button(get("chain.add"), FontIcon.of(Feather.PLUS));
        add.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL, "add-stage");
        add.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(add, Priority.ALWAYS);
        add.setOnAction(_ -> showGallery(add));
        return new HBox(add);
    }

    private void showGallery(Button owner) {
        var popOver = new PopOver();
        popOver.setDetachable(false);
        popOver.setArrowLocation(PopOver.ArrowLocation.LEFT_CENTER);
        popOver.setTitle(get("chain.add"));
        var gallery = new StageGallery(type -> {
            // Without its animation: a second click would find it still there.
            popOver.hide(Duration.ZERO);
            model.add(type);
            setVvalue(1);
        });
        popOver.setContentNode(gallery);
        popOver.show(owner);
    }
}
