package dev.annealer.ui.app;

import java.nio.file.Path;

/// What commands do to the window itself.
interface WindowActions {
    /// Asks about unsaved changes first.
    void close();

    /// Shows the catalogue of published schedules.
    void recipes();

    /// Asks a few questions and proposes a schedule.
    void advisor();

    /// Shows the import of PyTorch code.
    void importScript();

    /// The same with the code of a file.
    void importScript(Path file);

    /// Shows which key does what.
    void shortcuts();

    void about();

    /// Brings the LR finder to the front.
    void showFinder();
}
