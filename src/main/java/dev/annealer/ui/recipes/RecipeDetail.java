package dev.annealer.ui.recipes;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.recipe.Recipe;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The chosen recipe: where it is from, its curve and facts beside those of another, its notes, and its scaling.
final class RecipeDetail extends VBox {
    private static final double COUNTERPART_WIDTH = 240;

    private final RecipesViewModel model;
    private final Label title = new Label();
    private final StatusBadge badge = new StatusBadge();
    private final Label source = new Label();
    private final Label notes = new Label();
    private final RecipeColumn own = new RecipeColumn();
    private final RecipeColumn other = new RecipeColumn();
    private final ComboBox<@Nullable Recipe> counterpart = new ComboBox<>();

    RecipeDetail(RecipesViewModel model) {
        this.model = model;
        getStyleClass().add("recipe-detail");
        title.getStyleClass().add("recipe-heading");
        title.setWrapText(true);
        source.getStyleClass().add(Styles.TEXT_MUTED);
        source.setWrapText(true);
        notes.setWrapText(true);
        notes.setMinHeight(Region.USE_PREF_SIZE);
        var columns = new HBox(own, other);
        columns.getStyleClass().add("recipe-columns");
        HBox.setHgrow(own, Priority.ALWAYS);
        HBox.setHgrow(other, Priority.ALWAYS);
        own.prefWidthProperty().bind(columns.widthProperty());
        other.prefWidthProperty().bind(columns.widthProperty());
        getChildren().addAll(new VBox(heading(), origin()), columns, notes, new ScalingForm(model));
        model.shownProperty().subscribe(_ -> refresh());
        model.besideProperty().subscribe(_ -> refresh());
    }

    private HBox heading() {
        var heading = new HBox(title, badge);
        heading.getStyleClass().add("recipe-head");
        return heading;
    }

    /// Where the recipe is from, and what to hold it beside.
    private HBox origin() {
        var compare = new Label(get("recipes.compare"));
        compare.getStyleClass().add(Styles.TEXT_MUTED);
        compare.setLabelFor(counterpart);
        compare.setMinWidth(USE_PREF_SIZE);
        counterpart.getStyleClass().add("compact");
        counterpart.setAccessibleText(get("recipes.compare"));
        counterpart.setPrefWidth(COUNTERPART_WIDTH);
        counterpart.setMinWidth(COUNTERPART_WIDTH);
        counterpart.setCellFactory(_ -> new NameCell());
        counterpart.setButtonCell(new NameCell());
        counterpart.valueProperty().bindBidirectional(model.counterpartProperty());
        model.counterparts().addListener((ListChangeListener<Recipe>) _ -> offerCounterparts());
        offerCounterparts();
        var choice = new HBox(compare, counterpart);
        choice.getStyleClass().add("recipe-compare");
        choice.visibleProperty().bind(Bindings.isNotEmpty(model.counterparts()));
        choice.managedProperty().bind(choice.visibleProperty());
        HBox.setHgrow(source, Priority.ALWAYS);
        source.setMaxWidth(Double.MAX_VALUE);
        var origin = new HBox(source, choice);
        origin.getStyleClass().add("recipe-head");
        return origin;
    }

    /// Nothing first, so that a comparison can be ended.
    private void offerCounterparts() {
        counterpart.getItems().setAll(model.counterparts());
        counterpart.getItems().addFirst(null);
    }

    private void refresh() {
        ShownRecipe shown = model.shownProperty().get();
        setVisible(shown != null);
        if (shown == null) {
            return;
        }
        Recipe recipe = shown.recipe();
        ShownRecipe beside = model.besideProperty().get();
        title.setText(recipe.title());
        badge.show(recipe.status());
        source.setText(get("recipes.source", recipe.source(), Integer.toString(recipe.year())));
        notes.setText(recipe.notes());
        own.show(shown, beside != null);
        model.published(recipe, published -> {
            if (shown == model.shownProperty().get()) {
                own.markChanges(published);
            }
        });
        other.setVisible(beside != null);
        other.setManaged(beside != null);
        if (beside != null) {
            other.show(beside, true);
        }
    }

    private static final class NameCell extends ListCell<@Nullable Recipe> {
        @Override
        protected void updateItem(@Nullable Recipe recipe, boolean empty) {
            super.updateItem(recipe, empty);
            setText(empty || recipe == null ? get("recipes.compare.none") : recipe.title());
        }
    }
}
