package dev.annealer.ui.app;

import dev.annealer.python.ScriptFile;
import dev.annealer.storage.DocumentStore;
import dev.annealer.ui.finder.ImportViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Files that were dropped on the window or named when it was started, each to where it belongs: documents into the editor,
/// Python into the import of scripts, all else that may be a run into the LR finder, which says what is wrong with what is none.
final class OpenedFiles {
    private final DocumentFiles documents;
    private final ImportViewModel runs;
    private final WindowActions window;

    OpenedFiles(DocumentFiles documents, ImportViewModel runs, WindowActions window) {
        this.documents = documents;
        this.runs = runs;
        this.window = window;
    }

    /// Of several documents the first is opened.
    void open(List<Path> files) {
        files.stream().filter(file -> isDocument(file) && !ScriptFile.isNamedLikeOne(file)).findFirst().ifPresent(documents::open);
        files.stream().filter(ScriptFile::isNamedLikeOne).findFirst().ifPresent(window::importScript);
        List<Path> others = files.stream().filter(file -> !isDocument(file) && !ScriptFile.isNamedLikeOne(file)).toList();
        if (!others.isEmpty()) {
            window.showFinder();
            runs.open(others);
        }
    }

    /// What can't be read counts as one: the editor says why.
    private static boolean isDocument(Path file) {
        try {
            return !Files.isRegularFile(file) || DocumentStore.looksLikeDocument(file);
        } catch (IOException _) {
            return true;
        }
    }
}
