package dev.annealer.ui.preferences;

/// Which theme the window has.
public enum ThemeChoice {
    /// Whichever the desktop has.
    SYSTEM,
    LIGHT,
    DARK
}
