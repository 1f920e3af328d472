package dev.annealer.bench;

import dev.annealer.document.Document;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.storage.DocumentException;
import dev.annealer.storage.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The schedules that are measured, as documents.
final class Chains {
    private static final String DOCUMENT = """
            {"annealer": 1, "training": {"steps": %d}, "optimizer": {"type": "SGD", "lr": 0.1, "momentum": 0.9%s},
             "schedule": {"step_on": "batch", "stages": [%s]}}
            """;

    private Chains() {}

    /// One stage, or several with commas between.
    static Document of(long steps, String stages) {
        return document(steps, stages, "");
    }

    /// Warmup, cosine, and a tail that restarts now and then.
    static Document usual(long steps) {
        return of(steps, usualStages(steps));
    }

    private static String usualStages(long steps) {
        return """
                {"scheduler": "LinearLR", "start_factor": 0.01, "length": "5%%"},
                {"scheduler": "CosineAnnealingLR", "eta_min": 1e-5, "length": "65%%"},
                {"scheduler": "CosineAnnealingWarmRestarts", "T_0": %d, "T_mult": 2}
                """.formatted(Math.max(1, steps / 50));
    }

    /// Five hundred cycles.
    static Document dense(long steps) {
        return of(steps, "{\"scheduler\": \"CosineAnnealingWarmRestarts\", \"T_0\": %d}".formatted(Math.max(2, steps / 500)));
    }

    /// Four param groups, and momentum that cycles.
    static Document grouped(long steps) {
        String groups = IntStream.range(0, 4)
                .mapToObj(i -> "{\"name\": \"g%d\", \"lr\": %s}".formatted(i, 0.1 / (i + 1)))
                .collect(Collectors.joining(", ", ", \"param_groups\": [", "]"));
        return document(steps, "{\"scheduler\": \"OneCycleLR\", \"max_lr\": 0.1}", groups);
    }

    private static Document document(long steps, String stages, String groups) {
        try {
            return DocumentReader.read(DOCUMENT.formatted(steps, groups, stages).getBytes(StandardCharsets.UTF_8));
        } catch (DocumentException e) {
            throw new IllegalArgumentException(e.problems().toString(), e);
        }
    }

    static Schedule compiled(Document document) {
        var compilation = ScheduleCompiler.compileWhole(document, Progress.NONE);
        return compilation.compiled().orElseThrow(() -> new IllegalArgumentException(compilation.problems().toString()));
    }
}
