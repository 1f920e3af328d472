package dev.annealer.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The chain of stages, and when the scheduler steps.
public record ScheduleSpec(StepUnit stepOn, List<Stage> stages) {
    public ScheduleSpec {
        stages = List.copyOf(stages);
    }

    public ScheduleSpec withStepOn(StepUnit changed) {
        return new ScheduleSpec(changed, stages);
    }

    public ScheduleSpec withStages(List<Stage> changed) {
        return new ScheduleSpec(stepOn, changed);
    }

    /// The same chain with the stage at `index` replaced.
    public ScheduleSpec withStage(int index, UnaryOperator<Stage> change) {
        var changed = new ArrayList<>(stages);
        changed.set(index, change.apply(stages.get(index)));
        return withStages(changed);
    }
}
