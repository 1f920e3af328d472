package dev.annealer.ui.recipes;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.ui.support.ChildWindow;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The catalogue in a window of its own over the main one. It is built when it is first shown, so that a start does not pay
/// for it.
public final class RecipesWindow {
    private final Stage owner;
    private final RecipesViewModel model;
    private @Nullable Stage stage;
    private @Nullable RecipesView view;

    public RecipesWindow(Stage owner, RecipesViewModel model) {
        this.owner = owner;
        this.model = model;
    }

    public void show() {
        if (stage == null) {
            stage = build();
        }
        stage.show();
        stage.toFront();
        model.load();
        if (view != null) {
            view.focusSearch();
        }
    }

    private Stage build() {
        Stage built = ChildWindow.over(owner, get("recipes.title"));
        view = new RecipesView(model, built::close);
        ChildWindow.fill(built, view);
        return built;
    }
}
