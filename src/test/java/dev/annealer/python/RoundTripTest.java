package dev.annealer.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.document.Document;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.export.python.PytorchExporter;
import dev.annealer.export.target.ExportInput;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.Compilation;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.storage.DocumentWriter;
import dev.annealer.testing.Exports;
import dev.annealer.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is exported is imported back to the same optimizer, schedule and trace.
class RoundTripTest {
    private static final int MOST_STEPS = 2000;

    static Stream<Path> documents() throws Exception {
        try (Stream<Path> samples = Files.list(Path.of("sample-configs"))) {
            List<Path> all = samples.filter(file -> file.toString().endsWith(".json")).sorted().toList();
            return Stream.of(all, Golden.files("golden/exports", ".json"), Golden.files("golden/traces", ".json")).flatMap(List::stream);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void exportedCodeIsImportedToTheSameTrace(Path file) throws Exception {
        ExportInput input = Exports.input(file);
        String code = Exports.text(new PytorchExporter(), input);
        ScriptImport result = ScriptImporter.read(code, Map.of());
        assertThat(result.failures()).as(code).isEmpty();
        assertThat(result.unresolved()).as(code).isEmpty();
        assertThat(result.findings()).as(code).noneMatch(finding -> !isOfTheDocumentItself(finding));
        Document imported = result.document().orElseThrow();
        assertSameTraining(imported, input.document(), code);
        assertSameOptimizer(imported.optimizer(), input.document().optimizer());
        assertSameTrace(compile(imported.withMetric(input.document().metric())), input.schedule(), DocumentWriter.write(imported) + code);
    }

    /// A document may well be wrong about its unit; its export then is, too.
    private static boolean isOfTheDocumentItself(LoopFinding finding) {
        return finding.rule().equals("epoch-schedule-per-batch") || finding.rule().equals("batch-schedule-per-epoch");
    }

    private static Schedule compile(Document document) {
        Compilation compilation = ScheduleCompiler.compileWhole(document, Progress.NONE);
        return compilation.compiled().orElseThrow(() -> new AssertionError(compilation.problems()));
    }

    private static void assertSameTraining(Document imported, Document original, String code) {
        assertThat(imported.schedule().stepOn()).as(code).isEqualTo(original.schedule().stepOn());
        assertThat(imported.training().epochs().number()).as(code).isEqualTo(original.training().epochs().number());
        assertThat(imported.training().steps().number()).as(code).isEqualTo(original.training().steps().number());
        assertThat(imported.training().clipGradNorm().number()).isEqualTo(original.training().clipGradNorm().number());
        assertThat(imported.training().accumulation().number().orElse(1)).isEqualTo(original.training().accumulation().number().orElse(1));
    }

    private static void assertSameOptimizer(Optimizer imported, Optimizer original) {
        assertThat(imported.type()).isEqualToIgnoringCase(original.type());
        assertThat(imported.groups()).extracting(ParamGroup::name).isEqualTo(original.groups().stream().map(ParamGroup::name).toList());
        assertThat(imported.groups()).extracting(group -> group.weightDecay().number())
                .isEqualTo(original.groups().stream().map(group -> group.weightDecay().number()).toList());
        assertThat(imported.weightDecay().number()).isEqualTo(original.weightDecay().number());
        if (KnownOptimizer.momentumOf(original.type()) == KnownOptimizer.Momentum.BETAS && original.betas() != null) {
            assertThat(imported.betas().second().number()).isEqualTo(original.betas().second().number());
        }
    }

    private static void assertSameTrace(Schedule imported, Schedule original, String code) {
        assertThat(imported.steps()).as(code).isEqualTo(original.steps());
        double peak = original.groups().stream().mapToDouble(group -> original.at(0, group.index())).max().orElse(0);
        for (long step = 0; step < Math.min(MOST_STEPS, original.steps()); step++) {
            for (int group = 0; group < original.groups().size(); group++) {
                double right = original.at(step, group);
                assertThat(imported.at(step, group)).as("step " + step + "\n" + code)
                        .isCloseTo(right, within(1e-12 * Math.abs(right) + 1e-15 * peak));
            }
            assertThat(imported.momentum(step).orElse(-1)).as("momentum of step " + step + "\n" + code)
                    .isCloseTo(original.momentum(step).orElse(-1), within(1e-12));
        }
    }
}
