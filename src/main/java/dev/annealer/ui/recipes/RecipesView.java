package dev.annealer.ui.recipes;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.recipe.Recipe;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The catalogue: the list to search on the left, the chosen recipe on the right, what to do with it below.
final class RecipesView extends BorderPane {
    private static final double LIST_WIDTH = 330;

    private final RecipesViewModel model;
    private final Runnable close;
    private final TextField search = new TextField();
    private final ListView<Recipe> list;

    /// @param close closes the window
    RecipesView(RecipesViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        list = new ListView<>(model.found());
        getStyleClass().add("recipes");
        setLeft(listSide());
        var detail = new ScrollPane(new RecipeDetail(model));
        detail.setFitToWidth(true);
        detail.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        detail.getStyleClass().add("recipe-scroll");
        setCenter(detail);
        setBottom(actions());
    }

    /// What a person does first here.
    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private VBox listSide() {
        search.setPromptText(get("recipes.search"));
        search.setAccessibleText(get("recipes.search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
            }
        });
        list.setCellFactory(_ -> new RecipeCell(model));
        list.setAccessibleText(get("recipes.title"));
        list.getStyleClass().add("recipe-list");
        var nothing = new Label(get("recipes.nothing"));
        nothing.setWrapText(true);
        nothing.getStyleClass().add(Styles.TEXT_MUTED);
        list.setPlaceholder(nothing);
        list.getSelectionModel().selectedItemProperty().subscribe(recipe -> {
            if (recipe != null) {
                model.chosenProperty().set(recipe);
            }
        });
        model.chosenProperty().subscribe(recipe -> list.getSelectionModel().select(recipe));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        var side = new VBox(search, list);
        side.getStyleClass().add("recipe-side");
        side.setPrefWidth(LIST_WIDTH);
        return side;
    }

    private HBox actions() {
        var open = new Button(get("recipes.open"));
        open.setDefaultButton(true);
        open.disableProperty().bind(model.cannotOpen());
        open.setOnAction(_ -> open());
        var replace = new Button(get("recipes.replace"));
        replace.disableProperty().bind(model.cannotReplace());
        replace.setOnAction(_ -> {
            if (model.replace()) {
                close.run();
            }
        });
        var cancel = new Button(get("dialog.cancel"));
        cancel.setOnAction(_ -> close.run());
        var what = new Label(get("recipes.replace.what"));
        what.setWrapText(true);
        what.getStyleClass().addAll(Styles.TEXT_MUTED, "recipe-line");
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        for (Button button : new Button[] {open, replace, cancel}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        var actions = new HBox(what, cancel, replace, open);
        actions.getStyleClass().add("recipe-actions");
        return actions;
    }

    private void open() {
        if (model.open()) {
            close.run();
        }
    }
}
