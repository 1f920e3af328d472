package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.document.Parameter;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Stage;
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

    /// The stage as it is when it starts `steps` later and ends where it ended: its drops keep their place in the run.
    static Stage later(Stage stage, long length, long steps) {
        Stage shorter = to(stage, length, length - steps);
        return shorter.withScheduler(MilestoneShift.by(shorter.scheduler(), -steps));
    }
}
