package dev.annealer.ui.preferences;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the window remembers, as one immutable value.
///
/// @param recentFiles absolute paths, the latest first
/// @param window null before the first window was closed
/// @param columns what was chosen in tables, by their header; the latest last
public record Preferences(
        ThemeChoice theme, List<String> recentFiles, @Nullable WindowPlace window, Map<String, ColumnChoice> columns) {
    private static final int MOST_RECENT = 10;
    private static final int MOST_TABLES = 50;

    public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, List.of(), null, Map.of());

    /// Where the window was, in screen coordinates, and how its panes were divided (shares of the width and the height).
    public record WindowPlace(
            double x, double y, double width, double height, boolean maximized, List<Double> dividers) {
        public WindowPlace {
            dividers = List.copyOf(dividers);
        }
    }

    public Preferences {
        recentFiles = List.copyOf(recentFiles);
        // Settings that an earlier version wrote have none.
        columns = columns == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    public Preferences withTheme(ThemeChoice changed) {
        return new Preferences(changed, recentFiles, window, columns);
    }

    public Preferences withWindow(WindowPlace changed) {
        return new Preferences(theme, recentFiles, changed, columns);
    }

    public Preferences withRecentFile(String path) {
        var files = new ArrayList<>(recentFiles);
        files.remove(path);
        files.addFirst(path);
        return new Preferences(theme, files.subList(0, Math.min(MOST_RECENT, files.size())), window, columns);
    }

    public Preferences withoutRecentFile(String path) {
        return new Preferences(
                theme, recentFiles.stream().filter(file -> !file.equals(path)).toList(), window, columns);
    }

    public Preferences withoutRecentFiles() {
        return new Preferences(theme, List.of(), window, columns);
    }

    /// @param header of the table
    public Preferences withColumns(String header, ColumnChoice choice) {
        var changed = new LinkedHashMap<>(columns);
        changed.remove(header);
        changed.put(header, choice);
        while (changed.size() > MOST_TABLES) {
            changed.remove(changed.keySet().iterator().next());
        }
        return new Preferences(theme, recentFiles, window, changed);
    }
}
