package dev.annealer.ui.app;

/// What commands do to the window itself.
interface WindowActions {
    /// Asks about unsaved changes first.
    void close();

    /// Shows the catalogue of published schedules.
    void recipes();

    /// Asks a few questions and proposes a schedule.
    void advisor();

    void about();

    /// Brings the LR finder to the front.
    void showFinder();
}
