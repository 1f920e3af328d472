package dev.annealer.ui.recipes;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.ui.support.ChildWindow;
import javafx.stage.Stage;

/// The catalogue in a window of its own.
public final class RecipesWindow {
    private final RecipesViewModel model;
    private final ChildWindow<RecipesView> window;

    public RecipesWindow(Stage owner, RecipesViewModel model) {
        this.model = model;
        window = new ChildWindow<>(owner, get("recipes.title"), close -> new RecipesView(model, close));
    }

    public void show() {
        RecipesView view = window.show();
        model.load();
        view.focusSearch();
    }
}
