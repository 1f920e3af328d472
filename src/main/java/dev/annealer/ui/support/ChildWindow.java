package dev.annealer.ui.support;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// A window over the main one that looks like it, for a job of its own.
public final class ChildWindow {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 680;

    private ChildWindow() {}

    /// Not shown yet, and without content: see {@link #fill}.
    public static Stage over(Stage owner, String title) {
        var stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
        return stage;
    }

    /// Gives `stage` its content, at a size that fits every screen.
    public static void fill(Stage stage, Parent content) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        var scene = new Scene(content, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        scene.getStylesheets().setAll(stage.getOwner().getScene().getStylesheets());
        stage.setScene(scene);
    }
}
