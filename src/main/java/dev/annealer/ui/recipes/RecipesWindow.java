package dev.annealer.ui.recipes;

import static dev.annealer.ui.support.Messages.get;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The catalogue in a window of its own over the main one. It is built when it is first shown, so that a start does not pay
/// for it.
public final class RecipesWindow {
    private static final double WIDTH = 980;
    private static final double HEIGHT = 680;

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
        var built = new Stage();
        built.initOwner(owner);
        built.initModality(Modality.WINDOW_MODAL);
        built.setTitle(get("recipes.title"));
        view = new RecipesView(model, built::close);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        var scene = new Scene(view, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        built.setScene(scene);
        return built;
    }
}
