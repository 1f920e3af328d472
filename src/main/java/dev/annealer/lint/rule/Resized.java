package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.document.Parameter;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Stages whose length changes, with what counts their steps.
final class Resized {
    private Resized() {}

    /// The stage with a new length. A length that is left out stays so, and a horizon that was the old length follows.
    static Stage to(Stage stage, long from, long to) {
        SchedulerSpec spec = stage.scheduler();
        Optional<Parameter.Steps> horizon = spec.type().horizon();
        OptionalLong given = horizon.map(steps -> spec.input(steps.name()).count()).orElse(OptionalLong.empty());
        boolean follows = given.isPresent() && given.getAsLong() == from;
        Stage resized = follows ? stage.withScheduler(spec.without(horizon.orElseThrow().name())) : stage;
        return stage.length().isBlank() ? resized : resized.withLength(Input.of(to));
    }

    /// The stage with all its numbers of steps times `ratio`.
    ///
    /// @param length its length in scheduler steps
    static Stage scaled(Stage stage, long length, double ratio) {
        Stage resized = to(stage, length, scaled(length, ratio));
        SchedulerSpec spec = resized.scheduler();
        for (Parameter parameter : spec.type().parameters()) {
            spec = switch (spec.values().get(parameter.name())) {
                case Input input when parameter instanceof Parameter.Steps -> spec.with(parameter.name(), scaled(input, ratio));
                case Value.Inputs(List<Input> items) when parameter instanceof Parameter.Milestones -> spec.with(
                        parameter.name(),
                        new Value.Inputs(items.stream().map(item -> scaled(item, ratio)).toList()));
                case null, default -> spec;
            };
        }
        return resized.withScheduler(spec);
    }

    private static Input scaled(Input count, double ratio) {
        return count.count().isEmpty() ? count : Input.of(scaled(count.count().getAsLong(), ratio));
    }

    private static long scaled(long count, double ratio) {
        return Math.max(1, Math.round(count * ratio));
    }

    /// The stage with a horizon that follows it.
    static Stage withoutHorizon(Stage stage) {
        SchedulerSpec spec = stage.scheduler();
        return spec.type().horizon().map(steps -> stage.withScheduler(spec.without(steps.name()))).orElse(stage);
    }

    /// The stage as it is when it starts `steps` later and ends where it ended: its drops keep their place in the run.
    static Stage later(Stage stage, long length, long steps) {
        Stage shorter = to(stage, length, length - steps);
        return shorter.withScheduler(MilestoneShift.by(StepDrops.asMilestones(shorter.scheduler(), length), -steps));
    }
}
