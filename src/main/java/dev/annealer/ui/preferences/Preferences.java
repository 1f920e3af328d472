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
/// @param exportFolders where a document's exports are kept, by the document's absolute path; the latest last
public record Preferences(
        ThemeChoice theme,
        List<String> recentFiles,
        @Nullable WindowPlace window,
        Map<String, ColumnChoice> columns,
        Map<String, String> exportFolders) {
    private static final int MOST_RECENT = 10;
    private static final int MOST_TABLES = 50;
    private static final int MOST_EXPORTED = 200;

    public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, List.of(), null, Map.of(), Map.of());

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
        exportFolders = exportFolders == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(exportFolders));
    }

    public Preferences withTheme(ThemeChoice changed) {
        return new Preferences(changed, recentFiles, window, columns, exportFolders);
    }

    public Preferences withWindow(WindowPlace changed) {
        return new Preferences(theme, recentFiles, changed, columns, exportFolders);
    }

    public Preferences withRecentFile(String path) {
        var files = new ArrayList<>(recentFiles);
        files.remove(path);
        files.addFirst(path);
        return new Preferences(theme, files.subList(0, Math.min(MOST_RECENT, files.size())), window, columns, exportFolders);
    }

    public Preferences withoutRecentFile(String path) {
        return new Preferences(
                theme, recentFiles.stream().filter(file -> !file.equals(path)).toList(), window, columns, exportFolders);
    }

    public Preferences withoutRecentFiles() {
        return new Preferences(theme, List.of(), window, columns, exportFolders);
    }

    /// @param header of the table
    public Preferences withColumns(String header, ColumnChoice choice) {
        return new Preferences(theme, recentFiles, window, latest(columns, header, choice, MOST_TABLES), exportFolders);
    }

    /// @param document its absolute path
    public Preferences withExportFolder(String document, String folder) {
        return new Preferences(theme, recentFiles, window, columns, latest(exportFolders, document, folder, MOST_EXPORTED));
    }

    private static <T> Map<String, T> latest(Map<String, T> known, String key, T value, int most) {
        var changed = new LinkedHashMap<>(known);
        changed.remove(key);
        changed.put(key, value);
        while (changed.size() > most) {
            changed.remove(changed.keySet().iterator().next());
        }
        return changed;
    }
}
