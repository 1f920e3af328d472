package dev.annealer.ui.preferences;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where programs of this desktop keep their files.
///
/// @param settings what a person would back up
/// @param state what is only of this machine: unsaved work
public record UserFolders(Path settings, Path state) {
    private static final String NAME = "annealer";

    /// @param environment variables such as `XDG_CONFIG_HOME` and `APPDATA`
    /// @param home the home folder
    /// @param osName Java's `os.name`
    public static UserFolders of(Map<String, String> environment, Path home, String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            Path roaming = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
            Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
            return new UserFolders(roaming.resolve("Annealer"), local.resolve("Annealer"));
        }
        if (os.startsWith("mac")) {
            Path support = home.resolve("Library/Application Support/Annealer");
            return new UserFolders(support, support.resolve("State"));
        }
        Path config = folder(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
        Path state = folder(environment, "XDG_STATE_HOME", home.resolve(".local/state"));
        return new UserFolders(config.resolve(NAME), state.resolve(NAME));
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }

    public Path preferencesFile() {
        return settings.resolve("preferences.json");
    }

    public Path drafts() {
        return state.resolve("drafts");
    }
}
