package dev.annealer.ui.app;

/// What commands do to the window itself.
interface WindowActions {
    /// Asks about unsaved changes first.
    void close();

    /// Shows the catalogue of published schedules.
    void recipes();

    void about();

    /// Brings the LR finder to the front.
    void showFinder();
}
