package dev.annealer.ui.export;

import dev.annealer.ui.preferences.PreferencesStore;
import dev.annealer.ui.session.Session;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the document's exports are kept: remembered for its file, or while the window is open for a document without one.
final class ExportFolder {
    private final Session session;
    private final PreferencesStore preferences;
    private @Nullable Path ofUnsaved;

    ExportFolder(Session session, PreferencesStore preferences) {
        this.session = session;
        this.preferences = preferences;
    }

    /// Empty where none was chosen, or it is gone.
    Optional<Path> get() {
        Path file = session.fileProperty().get();
        if (file == null) {
            return Optional.ofNullable(ofUnsaved).filter(Files::isDirectory);
        }
        return Optional.ofNullable(preferences.get().exportFolders().get(key(file))).flatMap(ExportFolder::existing);
    }

    void set(Path folder) {
        Path file = session.fileProperty().get();
        if (file == null) {
            ofUnsaved = folder;
        } else {
            preferences.update(known -> known.withExportFolder(key(file), folder.toAbsolutePath().normalize().toString()));
        }
    }

    private static String key(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static Optional<Path> existing(String folder) {
        try {
            return Optional.of(Path.of(folder)).filter(Files::isDirectory);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
