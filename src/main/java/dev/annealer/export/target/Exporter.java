package dev.annealer.export.target;

/// One target of export.
public interface Exporter {
    /// How code is highlighted.
    enum Language {
        PYTHON,
        JAVA,
        JSON,
        /// Nothing to highlight.
        TEXT
    }

    /// What a target is, whatever the document.
    ///
    /// @param id as the command line names it: `pytorch`
    /// @param title as the window names it: `PyTorch`
    /// @param ending of its files: `.py`
    record About(String id, String title, Language language, String ending) {}

    About about();

    /// The name of the file for a document whose own file is called `stem`.json.
    default String fileName(ExportInput input, String stem) {
        return stem + about().ending();
    }

    Export export(ExportInput input);

    default String id() {
        return about().id();
    }

    default String title() {
        return about().title();
    }

    default Language language() {
        return about().language();
    }
}
