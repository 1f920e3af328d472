package dev.annealer.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.ui.preferences.Preferences.WindowPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesStoreTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("annealer/preferences.json");
    }

    private Preferences written(String json) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
        return new PreferencesStore(file).get();
    }

    @Test
    void withoutAFileEverythingIsAsAtTheFirstStart() {
        assertThat(new PreferencesStore(file).get()).isEqualTo(Preferences.DEFAULT);
    }

    @Test
    void whatWasChangedIsThereAtTheNextStart() {
        var chosen = Preferences.DEFAULT
                .withTheme(ThemeChoice.DARK)
                .withRecentFile("/runs/ä \"quoted\".json")
                .withRecentFile("/runs/b.json")
                .withWindow(new WindowPlace(-12.5, 0, 1360, 860.25, true, List.of(0.25, 0.8, 0.6)))
                .withColumns("step,lr,loss", new ColumnChoice("lr", "loss"))
                .withColumns("a,b", new ColumnChoice("a", "b"))
                .withExportFolder("/runs/b.json", "/code");

        new PreferencesStore(file).update(_ -> chosen);

        assertThat(new PreferencesStore(file).get()).isEqualTo(chosen);
        assertThat(new PreferencesStore(file).get().columns().keySet()).containsExactly("step,lr,loss", "a,b");
    }

    @Test
    void aWindowThatIsNowhereCostsNothingElse() {
        new PreferencesStore(file).update(known -> known
                .withTheme(ThemeChoice.DARK)
                .withWindow(new WindowPlace(Double.NaN, Double.NaN, 1360, 860, false, List.of(0.25, 0.8, 0.6))));

        assertThat(new PreferencesStore(file).get()).isEqualTo(Preferences.DEFAULT.withTheme(ThemeChoice.DARK));
    }

    @Test
    void preferencesGoBackToTheFirstOnes() {
        var store = new PreferencesStore(file);
        store.update(known -> known.withTheme(ThemeChoice.LIGHT));
        store.update(_ -> Preferences.DEFAULT);

        assertThat(new PreferencesStore(file).get()).isEqualTo(Preferences.DEFAULT);
    }

    /// As version 0.1 wrote them first: tables and exports were not remembered.
    @Test
    void keysOfOtherVersionsAreNoProblem() throws IOException {
        assertThat(written("""
                {
                  "future" : {"a" : [1, null]},
                  "recentFiles" : [ "/runs/a.json" ],
                  "theme" : "DARK",
                  "window" : null
                }"""))
                .isEqualTo(new Preferences(ThemeChoice.DARK, List.of("/runs/a.json"), null, Map.of(), Map.of()));
    }

    @Test
    void windowsThatWereWrittenInAnotherLayoutAreRead() throws IOException {
        assertThat(written("""
                {
                  "columns" : { },
                  "exportFolders" : {
                    "/a.json" : "/out"
                  },
                  "recentFiles" : [ ],
                  "theme" : "SYSTEM",
                  "window" : {
                    "dividers" : [ 0.25, 0.8, 0.6 ],
                    "height" : 860,
                    "maximized" : false,
                    "width" : 1360.0,
                    "x" : 20.0,
                    "y" : 4E+1
                  }
                }"""))
                .isEqualTo(new Preferences(
                        ThemeChoice.SYSTEM,
                        List.of(),
                        new WindowPlace(20, 40, 1360, 860, false, List.of(0.25, 0.8, 0.6)),
                        Map.of(),
                        Map.of("/a.json", "/out")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "null", "[]", "7", "{", "{}", "not JSON", "{\"theme\": \"DARK\"}", "{\"recentFiles\": []}",
                "{\"theme\": \"PINK\", \"recentFiles\": []}", "{\"theme\": 1, \"recentFiles\": []}",
                "{\"theme\": \"DARK\", \"recentFiles\": [null]}", "{\"theme\": \"DARK\", \"recentFiles\": [1]}",
                "{\"theme\": \"DARK\", \"recentFiles\": []} {}",
                "{\"theme\": \"DARK\", \"recentFiles\": [], \"window\": {}}",
                "{\"theme\": \"DARK\", \"recentFiles\": [], \"window\": {\"x\": \"1\"}}",
                "{\"theme\": \"DARK\", \"recentFiles\": [], \"columns\": {\"a\": {}}}",
                "{\"theme\": \"DARK\", \"recentFiles\": [], \"exportFolders\": {\"a\": 1}}"
            })
    void aFileThatIsNoneOfOursCountsAsNone(String json) throws IOException {
        assertThat(written(json)).isEqualTo(Preferences.DEFAULT);
    }
}
