package dev.annealer.ui.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.annealer.ui.preferences.PreferencesStore;
import dev.annealer.ui.preferences.ThemeChoice;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Light or dark: as chosen, or as the desktop has it, also when the desktop changes its mind.
public final class Appearance {
    private final PreferencesStore preferences;
    private final ReadOnlyObjectWrapper<ThemeChoice> choice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    public Appearance(PreferencesStore preferences) {
        this.preferences = preferences;
        choice.set(preferences.get().theme());
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
    }

    public void choose(ThemeChoice chosen) {
        preferences.update(known -> known.withTheme(chosen));
        choice.set(chosen);
        apply();
    }

    /// From light to dark and back, whatever the desktop has.
    public void toggle() {
        choose(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    private void apply() {
        dark.set(switch (choice.get()) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        });
        var theme = dark.get() ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }

    public ReadOnlyObjectProperty<ThemeChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }
}
