package dev.annealer.ui.advisor;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.ui.support.ChildWindow;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;

/// The advisor in a window of its own.
public final class AdvisorWindow {
    private final ChildWindow<AdvisorView> window;

    /// @param models makes the view model when it is needed
    public AdvisorWindow(Stage owner, Supplier<AdvisorViewModel> models, ObservableValue<Boolean> dark) {
        window = new ChildWindow<>(owner, get("advisor.title"), close -> new AdvisorView(models.get(), dark, close));
    }

    public void show() {
        window.show().begin();
    }
}
