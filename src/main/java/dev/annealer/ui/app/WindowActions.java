package dev.annealer.ui.app;

/// What commands do to the window itself.
interface WindowActions {
    /// Asks about unsaved changes first.
    void close();

    void about();
}
