package dev.annealer.testing;

import dev.annealer.document.Metric;
import dev.annealer.export.target.ExportInput;
import dev.annealer.recipe.Catalogue;
import dev.annealer.recipe.Recipe;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;
import dev.annealer.storage.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Every document that exported code is compared with: those with golden traces, the samples, the recipes, and seeded random
/// ones.
public final class ExportDocuments {
    private static final Path SAMPLES = Path.of("sample-configs");
    private static final Path RANDOM = Path.of("src/test/resources/golden/random-documents.jsonl");

    private ExportDocuments() {}

    public static List<ExportInput> all() throws Exception {
        var inputs = new ArrayList<ExportInput>();
        for (String folder : List.of("golden/traces", "golden/lambdas")) {
            for (Path file : Golden.files(folder, ".json")) {
                inputs.add(Exports.input(file));
            }
        }
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            for (Path file : samples.sorted().toList()) {
                inputs.add(Exports.input(file));
            }
        }
        for (Recipe recipe : Catalogue.load().recipes()) {
            inputs.add(Exports.input(recipe.document().withName("Recipe " + recipe.id()), "unused"));
        }
        for (String line : Files.readAllLines(RANDOM)) {
            inputs.add(Exports.input(DocumentReader.read(line.getBytes(StandardCharsets.UTF_8)), "unused"));
        }
        return inputs;
    }

    /// The value of the metric that a plateau is given at the end of step `t`; empty where it is given none.
    public static OptionalDouble metric(ExportInput input, long t) {
        Metric metric = input.document().metric();
        return endsOnPlateau(input.schedule()) && metric != null && t < metric.values().size()
                ? OptionalDouble.of(metric.values().get((int) t))
                : OptionalDouble.empty();
    }

    private static boolean endsOnPlateau(Schedule schedule) {
        return schedule.stageAt(schedule.steps() - 1).scheduler() instanceof ReduceLROnPlateau;
    }

    /// The greatest learning rate of the run.
    public static double peak(Schedule schedule) {
        return schedule.groups().stream()
                .mapToDouble(group -> schedule.extremes(0, schedule.steps(), group.index()).max())
                .max()
                .orElseThrow();
    }

    /// Some hundred steps of a long run, all of a short one, the last among them; a plateau needs all.
    public static long[] steps(Schedule schedule) {
        long stride = endsOnPlateau(schedule) ? 1 : Math.max(1, schedule.steps() / 500);
        long[] steps = new long[(int) ((schedule.steps() - 1) / stride) + 2];
        for (int i = 0; i < steps.length - 1; i++) {
            steps[i] = i * stride;
        }
        steps[steps.length - 1] = schedule.steps() - 1;
        return steps;
    }
}
