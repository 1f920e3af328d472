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

    /// As the command line names it: `pytorch`.
    String id();

    /// As the window names it: `PyTorch`.
    String title();

    Language language();

    /// The name of the file for a document whose own file is called `stem`.json.
    String fileName(ExportInput input, String stem);

    Export export(ExportInput input);
}
