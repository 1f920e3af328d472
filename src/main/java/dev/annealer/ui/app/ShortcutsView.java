package dev.annealer.ui.app;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;

/// Which key does what, one a row.
final class ShortcutsView extends ScrollPane {
    ShortcutsView(List<Shortcut> shortcuts) {
        var grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        for (Shortcut shortcut : shortcuts) {
            var keys = new Label(shortcut.keys());
            keys.getStyleClass().add("shortcut-keys");
            var what = new Label();
            what.textProperty().bind(shortcut.what());
            grid.addRow(grid.getRowCount(), keys, what);
        }
        getStyleClass().add("shortcuts-pane");
        setContent(grid);
        setFitToWidth(true);
    }
}
