package dev.annealer.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.annealer.document.Document;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.Compilation;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.storage.DocumentReader;
import dev.annealer.testing.Findings;
import dev.annealer.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Documents that were made to try every scheduler, not to be sensible: whatever is found in them, its fix mends it.
class FixesOfManyDocumentsTest {
    static List<Path> documents() {
        return Golden.files("golden/traces", ".json");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void compileAndSilenceTheFinding(Path file) throws Exception {
        Document document = DocumentReader.read(Files.readAllBytes(file));
        Compilation compilation = ScheduleCompiler.compileWhole(document, Progress.NONE);
        assumeThat(compilation.compiled()).isPresent();
        for (Finding finding : Findings.report(document).findings()) {
            finding.fix().ifPresent(fix -> {
                Document fixed = fix.edit().apply(document);
                assertThat(fixed).as(finding.toString()).isNotEqualTo(document);
                assertThat(Findings.of(finding.rule(), fixed))
                        .as(finding + " after: " + fix.label())
                        .noneMatch(after -> after.where().equals(finding.where()) && after.message().equals(finding.message()));
            });
        }
    }
}
