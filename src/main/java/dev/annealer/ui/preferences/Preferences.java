package dev.annealer.ui.preferences;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the window remembers, as one immutable value.
///
/// @param recentFiles absolute paths, the latest first
/// @param window null before the first window was closed
public record Preferences(ThemeChoice theme, List<String> recentFiles, @Nullable WindowPlace window) {
    private static final int MOST_RECENT = 10;

    public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, List.of(), null);

    /// Where the window was, in screen coordinates, and how its panes were divided (shares of the width and the height).
    public record WindowPlace(
            double x, double y, double width, double height, boolean maximized, List<Double> dividers) {
        public WindowPlace {
            dividers = List.copyOf(dividers);
        }
    }

    public Preferences {
        recentFiles = List.copyOf(recentFiles);
    }

    public Preferences withTheme(ThemeChoice changed) {
        return new Preferences(changed, recentFiles, window);
    }

    public Preferences withWindow(WindowPlace changed) {
        return new Preferences(theme, recentFiles, changed);
    }

    public Preferences withRecentFile(String path) {
        var files = new ArrayList<>(recentFiles);
        files.remove(path);
        files.addFirst(path);
        return new Preferences(theme, files.subList(0, Math.min(MOST_RECENT, files.size())), window);
    }

    public Preferences withoutRecentFile(String path) {
        return new Preferences(
                theme, recentFiles.stream().filter(file -> !file.equals(path)).toList(), window);
    }

    public Preferences withoutRecentFiles() {
        return new Preferences(theme, List.of(), window);
    }
}
