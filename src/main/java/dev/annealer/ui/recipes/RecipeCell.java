package dev.annealer.ui.recipes;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.recipe.Fact;
import dev.annealer.recipe.Recipe;
import dev.annealer.ui.support.CurvePicture;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A recipe in the list: its curve, its name, and its main facts. The curve comes when it is ready.
final class RecipeCell extends ListCell<Recipe> {
    private static final double PICTURE_WIDTH = 70;
    private static final double PICTURE_HEIGHT = 40;

    private final RecipesViewModel model;
    private final CurvePicture picture = new CurvePicture(PICTURE_WIDTH, PICTURE_HEIGHT);
    private final Label title = new Label();
    private final Label facts = new Label();
    private final HBox row;

    RecipeCell(RecipesViewModel model) {
        this.model = model;
        title.getStyleClass().add("recipe-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        facts.getStyleClass().addAll(Styles.TEXT_MUTED, "recipe-line");
        picture.setMinWidth(PICTURE_WIDTH);
        var texts = new VBox(title, facts);
        texts.getStyleClass().add("recipe-texts");
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        row = new HBox(picture, texts);
        row.getStyleClass().add("recipe-row");
        // As wide as the list: long titles go on in a second line.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Recipe recipe, boolean empty) {
        super.updateItem(recipe, empty);
        if (empty || recipe == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(recipe.title());
        facts.setText(Integer.toString(recipe.year()));
        setAccessibleText(get("recipes.cell", recipe.title(), Integer.toString(recipe.year())));
        picture.show(List.of());
        setGraphic(row);
        model.published(recipe, ready -> {
            if (recipe.equals(getItem())) {
                picture.show(ready.curves());
                facts.setText(get("recipes.cell.facts", FactTexts.of(Fact.OPTIMIZER, ready),
                        FactTexts.of(Fact.PEAK_LR, ready), FactTexts.of(Fact.LENGTH, ready)));
            }
        });
    }
}
