package dev.annealer.ui.recipes;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.recipe.Status;
import java.util.Locale;
import javafx.scene.control.Label;

/// How near to its authors a recipe was read, as a small coloured word.
final class StatusBadge extends Label {
    StatusBadge() {
        getStyleClass().add("status-badge");
        setMinWidth(USE_PREF_SIZE);
    }

    void show(Status status) {
        String key = status.name().toLowerCase(Locale.ROOT);
        setText(get("recipes.status." + key));
        getStyleClass().setAll("label", "status-badge", "status-" + key);
    }
}
