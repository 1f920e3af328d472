package dev.annealer.ui.app;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;

/// What a key does, as the menu says it.
///
/// @param keys as they are printed on the keys: `Ctrl+S`
/// @param what it may change, as undo's does
record Shortcut(String keys, ObservableValue<String> what) {
    /// Of everything in the menus that has a key, in their order: the list can't say anything else than the menus do.
    static List<Shortcut> of(MenuBar bar) {
        return bar.getMenus().stream().flatMap(Shortcut::of).toList();
    }

    private static Stream<Shortcut> of(MenuItem item) {
        if (item instanceof Menu menu) {
            return menu.getItems().stream().flatMap(Shortcut::of);
        }
        return item.getAccelerator() == null
                ? Stream.empty()
                : Stream.of(new Shortcut(item.getAccelerator().getDisplayText(), item.textProperty().map(Shortcut::plain)));
    }

    /// Without the mnemonic and without the sign that the command asks something first.
    private static String plain(String text) {
        return text.replaceFirst("_", "").replace("…", "");
    }
}
