package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Value;
import java.util.List;
import java.util.OptionalLong;

/// Moves the milestones of a `MultiStepLR`.
final class MilestoneShift {
    private static final String MILESTONES = "milestones";

    private MilestoneShift() {}

    /// Each milestone `steps` later, but not before 0. What has no milestones stays as it is.
    static SchedulerSpec by(SchedulerSpec spec, long steps) {
        return spec.values().get(MILESTONES) instanceof Value.Inputs(List<Input> items)
                ? spec.with(MILESTONES, new Value.Inputs(items.stream().map(item -> moved(item, steps)).toList()))
                : spec;
    }

    private static Input moved(Input milestone, long steps) {
        OptionalLong count = milestone.count();
        return count.isEmpty() ? milestone : Input.of(Math.max(0, count.getAsLong() + steps));
    }
}
