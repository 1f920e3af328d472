package dev.annealer.ui.recipes;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.Numbers;
import dev.annealer.recipe.Fact;
import dev.annealer.ui.support.CurvePicture;
import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The curve of one recipe above its facts; two of them stand side by side.
final class RecipeColumn extends VBox {
    private static final double PICTURE_HEIGHT = 132;
    private static final int DIGITS = 4;
    private static final double FACT_NAMES = 76;

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Label caption = new Label();
    private final CurvePicture picture = new CurvePicture(260, PICTURE_HEIGHT);
    private final Label peak = new Label();
    private final Label end = new Label();
    private final Map<Fact, Label> values = new EnumMap<>(Fact.class);

    RecipeColumn() {
        getStyleClass().add("recipe-column");
        setMinWidth(0);
        caption.getStyleClass().add("recipe-caption");
        peak.getStyleClass().add("curve-label");
        end.getStyleClass().add("curve-label");
        var frame = new StackPane(picture, peak);
        frame.getStyleClass().add("curve-frame");
        StackPane.setAlignment(peak, Pos.TOP_RIGHT);
        var start = new Label("0");
        start.getStyleClass().add("curve-label");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(caption, frame, new HBox(start, space, end), facts());
    }

    private GridPane facts() {
        var grid = new GridPane();
        grid.getStyleClass().add("recipe-facts");
        var names = new ColumnConstraints(FACT_NAMES);
        var texts = new ColumnConstraints();
        texts.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, texts);
        for (Fact fact : Fact.values()) {
            var name = new Label(get("recipes.fact." + fact.key()));
            name.getStyleClass().add(Styles.TEXT_MUTED);
            var value = new Label();
            value.setWrapText(true);
            value.setMinHeight(USE_PREF_SIZE);
            name.setLabelFor(value);
            values.put(fact, value);
            grid.addRow(fact.ordinal(), name, value);
            GridPane.setValignment(name, VPos.TOP);
        }
        return grid;
    }

    /// @param captioned whether the recipe's name has to stand here
    void show(ShownRecipe shown, boolean captioned) {
        caption.setText(shown.recipe().title());
        caption.setVisible(captioned);
        caption.setManaged(captioned);
        picture.show(shown.curves());
        peak.setText(Numbers.format(shown.curves().getFirst().peak(), DIGITS));
        end.setText(FactTexts.of(Fact.LENGTH, shown));
        values.forEach((fact, value) -> value.setText(FactTexts.of(fact, shown)));
        markChanges(shown);
    }

    /// Makes the facts stand out that are not those of `published` any more.
    void markChanges(ShownRecipe published) {
        values.forEach((fact, value) ->
                value.pseudoClassStateChanged(CHANGED, !value.getText().equals(FactTexts.of(fact, published))));
    }
}
