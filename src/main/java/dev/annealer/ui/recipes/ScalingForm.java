package dev.annealer.ui.recipes;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.recipe.Recipe;
import dev.annealer.recipe.Target;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One's own epochs and batch, and what becomes of the recipe with them.
final class ScalingForm extends VBox {
    private final RecipesViewModel model;
    private final Label lengthName = new Label();
    private final TextField length;
    private final TextField batch;
    private final TextField samples;
    private final Node samplesBox;
    private final VBox changes = new VBox();
    private final Label problem = new Label();

    ScalingForm(RecipesViewModel model) {
        this.model = model;
        getStyleClass().add("recipe-scaling");
        length = field(model.lengthProperty());
        batch = field(model.batchSizeProperty());
        samples = field(model.samplesProperty());
        samplesBox = named(new Label(get("recipes.scale.samples")), samples);
        var openRun = new Button(get("recipes.scale.open-run"));
        openRun.getStyleClass().addAll(Styles.SMALL);
        openRun.setTooltip(new Tooltip(get("recipes.scale.open-run.tip")));
        openRun.setOnAction(_ -> model.takeOpenRun());
        openRun.setMinWidth(Region.USE_PREF_SIZE);
        var fields = new HBox(
                named(lengthName, length), named(new Label(get("recipes.scale.batch")), batch), samplesBox, openRun);
        fields.getStyleClass().add("scaling-fields");
        var title = new Label(get("recipes.scale.title"));
        title.getStyleClass().add("pane-title");
        changes.getStyleClass().add("scaling-changes");
        problem.getStyleClass().add("stage-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(title, fields, problem, changes);
        model.chosenProperty().subscribe(this::prompt);
        model.shownProperty().subscribe(shown -> showChanges(shown == null ? List.of() : shown.changes()));
    }

    private static TextField field(StringProperty value) {
        var field = new TextField();
        field.getStyleClass().add(Styles.SMALL);
        field.setPrefColumnCount(6);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static VBox named(Label name, TextField field) {
        name.getStyleClass().add("scaling-name");
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(name.textProperty());
        return new VBox(name, field);
    }

    /// What the recipe itself has shows through the empty fields.
    private void prompt(Recipe recipe) {
        if (recipe == null) {
            return;
        }
        Target own = Target.of(recipe);
        lengthName.setText(model.lengthName());
        length.setPromptText(text(own.length()));
        batch.setPromptText(text(own.batchSize()));
        samples.setPromptText(text(own.samples()));
        samplesBox.setVisible(own.samples().isPresent());
        samplesBox.setManaged(own.samples().isPresent());
    }

    private static String text(OptionalLong count) {
        return count.isPresent() ? Long.toString(count.getAsLong()) : "";
    }

    private void showChanges(List<String> sentences) {
        List<String> shown = sentences.isEmpty() ? List.of(get("recipes.scale.none")) : sentences;
        changes.getChildren().setAll(shown.stream().map(ScalingForm::change).toList());
    }

    private static Label change(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().addAll(Styles.TEXT_MUTED, "scaling-change");
        return label;
    }
}
