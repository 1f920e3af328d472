package dev.annealer.ui.app;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/// Something a person can have done, from the menu, the toolbar or by a key.
///
/// @param text its name with a mnemonic (`_Open…`); it may change, as undo's does
/// @param key the key that does it
/// @param icon for the toolbar
/// @param unavailable whether it can't be done now
record Command(
        ObservableValue<String> text,
        Optional<KeyCombination> key,
        Optional<Ikon> icon,
        ObservableBooleanValue unavailable,
        Runnable action) {
    private static final ObservableBooleanValue NEVER = Bindings.createBooleanBinding(() -> false);

    static Command of(String text, Runnable action) {
        return new Command(constant(text), Optional.empty(), Optional.empty(), NEVER, action);
    }

    private static ObservableValue<String> constant(String text) {
        return Bindings.createStringBinding(() -> text);
    }

    Command named(ObservableValue<String> changed) {
        return new Command(changed, key, icon, unavailable, action);
    }

    /// @param combination such as `Shortcut+S`
    Command on(String combination) {
        return new Command(text, Optional.of(KeyCombination.valueOf(combination)), icon, unavailable, action);
    }

    Command with(Ikon changed) {
        return new Command(text, key, Optional.of(changed), unavailable, action);
    }

    Command unless(ObservableBooleanValue changed) {
        return new Command(text, key, icon, changed, action);
    }

    /// The text without its mnemonic.
    String plainText() {
        // What follows is no mnemonic: `_Undo change start_factor`.
        return text.getValue().replaceFirst("_", "");
    }
}
