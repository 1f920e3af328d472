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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "tr-TR", "hi-IN-u-nu-deva", "de-DE", "fa-IR"})
    void dependsOnTheDocumentAloneAndNotOnTheLocaleOrThePlatform(String tag) throws Exception {
        Locale before = Locale.getDefault();
        String separator = System.lineSeparator();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            System.setProperty("line.separator", "\r\n");
            for (Path document : documents().toList()) {
                ExportInput input = Exports.input(document);
                for (Exporter exporter : Exporters.ALL) {
                    Path golden = Golden.beside(document, "." + exporter.id() + ".txt");
                    assertThat(Exports.text(exporter, input)).as(exporter.id()).isEqualTo(Files.readString(golden));
                }
            }
        } finally {
            Locale.setDefault(before);
            System.setProperty("line.separator", separator);
        }
    }
}
