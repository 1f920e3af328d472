package dev.annealer.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import dev.annealer.testing.Exports;
import dev.annealer.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Exports as a person has read and approved them; that they compute what they should is for other tests. Whoever changes an
/// exporter writes them anew with `-Dannealer.golden.write=true` and reads the diff.
class GoldenExportTest {
    private static final boolean WRITE = Boolean.getBoolean("annealer.golden.write");

    static Stream<Path> documents() {
        return Golden.files("golden/exports", ".json").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void isAsItWasApproved(Path document) throws Exception {
        ExportInput input = Exports.input(document);
        for (Exporter exporter : Exporters.ALL) {
            Path golden = Golden.beside(document, "." + exporter.id() + ".txt");
            if (WRITE) {
                Files.writeString(golden, Exports.text(exporter, input));
            }
            assertThat(Exports.text(exporter, input)).as(exporter.id()).isEqualTo(Files.readString(golden));
        }
    }

    @Test
    void dependsOnTheDocumentAloneAndNotOnTheLocale() throws Exception {
        Locale before = Locale.getDefault();
        try {
            for (Exporter exporter : Exporters.ALL) {
                ExportInput input = Exports.input(documents().findFirst().orElseThrow());
                Locale.setDefault(Locale.ROOT);
                String expected = Exports.text(exporter, input);
                Locale.setDefault(Locale.of("ar", "EG"));
                assertThat(Exports.text(exporter, input)).isEqualTo(expected);
                Locale.setDefault(Locale.of("tr", "TR"));
                assertThat(Exports.text(exporter, input)).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
