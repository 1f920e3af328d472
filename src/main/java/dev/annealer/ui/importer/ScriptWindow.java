package dev.annealer.ui.importer;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.ui.support.ChildWindow;
import java.nio.file.Path;
import javafx.stage.Stage;

/// The import in a window of its own.
public final class ScriptWindow {
    private final ScriptViewModel model;
    private final ChildWindow<ScriptView> window;

    public ScriptWindow(Stage owner, ScriptViewModel model) {
        this.model = model;
        window = new ChildWindow<>(owner, get("script.title"), close -> new ScriptView(model, close));
    }

    public void show() {
        window.show();
    }

    /// With the code of a file.
    public void show(Path file) {
        show();
        model.load(file);
    }
}
