package dev.annealer.ui.importer;

import static dev.annealer.ui.support.Messages.get;

import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The import in a window of its own over the main one, built when it is first shown.
public final class ScriptWindow {
    private static final double WIDTH = 980;
    private static final double HEIGHT = 680;

    private final Stage owner;
    private final ScriptViewModel model;
    private @Nullable Stage stage;

    public ScriptWindow(Stage owner, ScriptViewModel model) {
        this.owner = owner;
        this.model = model;
    }

    public void show() {
        if (stage == null) {
            stage = build();
        }
        stage.show();
        stage.toFront();
    }

    /// With the code of a file.
    public void show(Path file) {
        show();
        model.load(file);
    }

    private Stage build() {
        var built = new Stage();
        built.initOwner(owner);
        built.initModality(Modality.WINDOW_MODAL);
        built.setTitle(get("script.title"));
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        var view = new ScriptView(model, built::close);
        var scene = new Scene(view, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        built.setScene(scene);
        return built;
    }
}
