package dev.annealer.ui.advisor;

import static dev.annealer.ui.support.Messages.get;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The advisor in a window of its own over the main one. It is built when it is first shown, so that a start does not pay for
/// it.
public final class AdvisorWindow {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 680;

    private final Stage owner;
    private final AdvisorViewModel model;
    private final ObservableValue<Boolean> dark;
    private @Nullable Stage stage;
    private @Nullable AdvisorView view;

    public AdvisorWindow(Stage owner, AdvisorViewModel model, ObservableValue<Boolean> dark) {
        this.owner = owner;
        this.model = model;
        this.dark = dark;
    }

    public void show() {
        if (stage == null) {
            stage = build();
        }
        model.begin();
        stage.show();
        stage.toFront();
        if (view != null) {
            view.focusFirst();
        }
    }

    private Stage build() {
        var built = new Stage();
        built.initOwner(owner);
        built.initModality(Modality.WINDOW_MODAL);
        built.setTitle(get("advisor.title"));
        view = new AdvisorView(model, dark, built::close);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        var scene = new Scene(view, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        built.setScene(scene);
        return built;
    }
}
