package dev.annealer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.export.Exporters;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import dev.annealer.storage.DocumentReader;
import dev.annealer.storage.DocumentWriter;
import dev.annealer.testing.Exports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The documents that a user opens on day one.
class SampleConfigsTest {
    static Stream<Path> samples() throws Exception {
        return Files.list(Path.of("sample-configs")).filter(file -> file.toString().endsWith(".json")).sorted();
    }

    @Test
    void thereAreADozen() throws Exception {
        assertThat(samples()).hasSizeGreaterThanOrEqualTo(12);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void areCanonicalNameTheirSourceAndExport(Path file) throws Exception {
        Document document = DocumentReader.read(Files.readAllBytes(file));
        assertThat(DocumentWriter.write(document)).isEqualTo(Files.readString(file));
        assertThat(document.notes()).startsWith("Source: ").contains("Official");

        ExportInput input = Exports.input(file);
        for (Exporter exporter : Exporters.ALL) {
            assertThat(exporter.export(input)).endsWith("\n").doesNotContain("\r");
        }
    }
}
