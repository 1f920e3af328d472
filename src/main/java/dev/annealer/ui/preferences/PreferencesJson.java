package dev.annealer.ui.preferences;

import static dev.annealer.storage.CanonicalJson.quote;

import dev.annealer.storage.CanonicalJson;
import dev.annealer.ui.preferences.Preferences.WindowPlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Preferences as JSON. Keys that this version does not know are passed over; those that an earlier one did not write are empty.
final class PreferencesJson {
    private PreferencesJson() {}

    /// @throws JacksonException where something is missing or of another kind
    /// @throws IllegalArgumentException for a theme that is none, or null where a text belongs
    static Preferences read(JsonNode json) {
        return new Preferences(
                ThemeChoice.valueOf(text(json.required("theme"))),
                json.required("recentFiles").values().stream().map(PreferencesJson::text).toList(),
                window(json.path("window")),
                map(json.path("columns"), columns ->
                        new ColumnChoice(text(columns.required("lr")), text(columns.required("loss")))),
                map(json.path("exportFolders"), PreferencesJson::text));
    }

    private static @Nullable WindowPlace window(JsonNode json) {
        return json.isObject()
                ? new WindowPlace(
                        json.required("x").doubleValue(),
                        json.required("y").doubleValue(),
                        json.required("width").doubleValue(),
                        json.required("height").doubleValue(),
                        json.required("maximized").booleanValue(),
                        json.required("dividers").values().stream().map(JsonNode::doubleValue).toList())
                : null;
    }

    private static String text(JsonNode json) {
        if (json.isNull()) {
            throw new IllegalArgumentException("null is no text");
        }
        return json.stringValue();
    }

    private static <T> Map<String, T> map(JsonNode json, Function<JsonNode, T> value) {
        var map = new LinkedHashMap<String, T>();
        json.properties().forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
        return map;
    }

    static String write(Preferences preferences) {
        var json = new LinkedHashMap<String, Object>();
        json.put("theme", quote(preferences.theme().name()));
        json.put("recentFiles", preferences.recentFiles().stream().map(CanonicalJson::quote).toList());
        WindowPlace window = preferences.window();
        // A desktop that tells no place leaves NaN, which JSON has no word for.
        if (window != null && Double.isFinite(window.x()) && Double.isFinite(window.y())) {
            json.put("window", window(window));
        }
        var columns = new LinkedHashMap<String, Object>();
        preferences.columns().forEach((header, choice) -> columns.put(header, columns(choice)));
        json.put("columns", columns);
        var folders = new LinkedHashMap<String, Object>();
        preferences.exportFolders().forEach((document, folder) -> folders.put(document, quote(folder)));
        json.put("exportFolders", folders);
        return CanonicalJson.of(json);
    }

    private static Map<String, Object> columns(ColumnChoice choice) {
        var json = new LinkedHashMap<String, Object>();
        json.put("lr", quote(choice.lr()));
        json.put("loss", quote(choice.loss()));
        return json;
    }

    private static Map<String, Object> window(WindowPlace place) {
        var json = new LinkedHashMap<String, Object>();
        json.put("x", number(place.x()));
        json.put("y", number(place.y()));
        json.put("width", number(place.width()));
        json.put("height", number(place.height()));
        json.put("maximized", Boolean.toString(place.maximized()));
        json.put("dividers", place.dividers().stream().map(PreferencesJson::number).toList());
        return json;
    }

    private static String number(double value) {
        return Double.toString(value);
    }
}
