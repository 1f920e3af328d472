package dev.annealer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.export.Exporters;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import dev.annealer.recipe.Catalogue;
import dev.annealer.storage.DocumentWriter;
import dev.annealer.testing.Exports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The documents that a user opens on day one: recipes of the catalogue as files.
class SampleConfigsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    static Stream<Path> samples() throws Exception {
        return Files.list(Path.of("sample-configs")).filter(file -> file.toString().endsWith(".json")).sorted();
    }

    @Test
    void thereAreADozen() throws Exception {
        assertThat(samples()).hasSizeGreaterThanOrEqualTo(12);
    }

    /// `mvn test -Dtest=SampleConfigsTest -Dannealer.golden.write=true` writes them anew.
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void areTheCataloguesDocuments(Path file) throws Exception {
        String id = file.getFileName().toString().replace(".json", "");
        String expected = DocumentWriter.write(CATALOGUE.recipe(id).orElseThrow().document());
        if (Boolean.getBoolean("annealer.golden.write")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void export(Path file) throws Exception {
        ExportInput input = Exports.input(file);
        for (Exporter exporter : Exporters.ALL) {
            assertThat(Exports.text(exporter, input)).endsWith("\n").doesNotContain("\r");
        }
    }
}
