package dev.annealer.ui.preferences;

import dev.annealer.storage.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;

/// The preferences and their file. A file that can't be read counts as none: preferences are never worth a question.
public final class PreferencesStore {
    private final Path file;
    private Preferences preferences;

    public PreferencesStore(Path file) {
        this.file = file;
        this.preferences = read(file);
    }

    public Preferences get() {
        return preferences;
    }

    /// Changes the preferences and writes them.
    public void update(UnaryOperator<Preferences> change) {
        Preferences changed = change.apply(preferences);
        if (!changed.equals(preferences)) {
            preferences = changed;
            write();
        }
    }

    private static Preferences read(Path file) {
        try {
            return PreferencesJson.read(JsonTree.read(Files.readAllBytes(file)));
        } catch (IOException | JacksonException | IllegalArgumentException _) {
            return Preferences.DEFAULT;
        }
    }

    private void write() {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), "preferences", ".tmp");
            Files.writeString(temporary, PreferencesJson.write(preferences));
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
            // A home folder that can't be written to costs a remembered window size, no more.
        }
    }
}
