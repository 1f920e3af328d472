package dev.annealer.ui.importer;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.ui.support.ChildWindow;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The import in a window of its own over the main one, built when it is first shown.
public final class ScriptWindow {
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
        Stage built = ChildWindow.over(owner, get("script.title"));
        var view = new ScriptView(model, built::close);
        ChildWindow.fill(built, view);
        return built;
    }
}
