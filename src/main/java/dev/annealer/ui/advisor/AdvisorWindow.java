package dev.annealer.ui.advisor;

import static dev.annealer.ui.support.Messages.get;

import java.util.function.Supplier;
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
    private final Supplier<AdvisorViewModel> models;
    private final ObservableValue<Boolean> dark;
    private @Nullable Shown shown;

    private record Shown(Stage stage, AdvisorView view, AdvisorViewModel model) {}

    /// @param models makes the view model when it is needed
    public AdvisorWindow(Stage owner, Supplier<AdvisorViewModel> models, ObservableValue<Boolean> dark) {
        this.owner = owner;
        this.models = models;
        this.dark = dark;
    }

    public void show() {
        Shown window = shown;
        if (window == null) {
            window = build();
            shown = window;
        }
        window.model().begin();
        window.stage().show();
        window.stage().toFront();
        window.view().focusFirst();
    }

    private Shown build() {
        var built = new Stage();
        built.initOwner(owner);
        built.initModality(Modality.WINDOW_MODAL);
        built.setTitle(get("advisor.title"));
        AdvisorViewModel model = models.get();
        var view = new AdvisorView(model, dark, built::close);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        var scene = new Scene(view, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        built.setScene(scene);
        return new Shown(built, view, model);
    }
}
