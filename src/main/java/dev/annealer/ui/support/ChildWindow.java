package dev.annealer.ui.support;

import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A window over the main one that looks like it, for a job of its own. It is built when it is first shown, so that a start
/// does not pay for it, and kept: what was in it is there again. Escape closes it.
///
/// @param <V> what is in it
public final class ChildWindow<V extends Parent> {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 680;

    private final Stage owner;
    private final String title;
    private final Function<Runnable, V> builder;
    private double width = WIDTH;
    private double height = HEIGHT;
    private @Nullable Shown<V> shown;

    private record Shown<V>(Stage stage, V view) {}

    /// @param builder makes the view; it is given what closes the window
    public ChildWindow(Stage owner, String title, Function<Runnable, V> builder) {
        this.owner = owner;
        this.title = title;
        this.builder = builder;
    }

    /// The same, for less than a job: at another size.
    public ChildWindow<V> sized(double wide, double high) {
        width = wide;
        height = high;
        return this;
    }

    /// Shows the window in front.
    public V show() {
        Shown<V> window = shown;
        if (window == null) {
            window = build();
            shown = window;
        }
        window.stage().show();
        window.stage().toFront();
        return window.view();
    }

    private Shown<V> build() {
        var stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
        V view = builder.apply(stage::close);
        stage.setScene(scene(view));
        // Before a text field takes it for its own.
        stage.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        return new Shown<>(stage, view);
    }

    /// At a size that fits every screen.
    private Scene scene(V view) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        var scene = new Scene(view, Math.min(width, screen.getWidth()), Math.min(height, screen.getHeight()));
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        return scene;
    }
}
