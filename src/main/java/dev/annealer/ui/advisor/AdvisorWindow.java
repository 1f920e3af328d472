package dev.annealer.ui.advisor;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.ui.support.ChildWindow;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The advisor in a window of its own over the main one. It is built when it is first shown, so that a start does not pay for
/// it.
public final class AdvisorWindow {
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
        Stage built = ChildWindow.over(owner, get("advisor.title"));
        AdvisorViewModel model = models.get();
        var view = new AdvisorView(model, dark, built::close);
        ChildWindow.fill(built, view);
        return new Shown(built, view, model);
    }
}
