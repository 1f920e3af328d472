package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import java.util.List;
import java.util.stream.LongStream;

/// The drops of a `StepLR` by their steps: it counts from its own start, so a stage that moves could not keep them.
final class StepDrops {
    private static final int MOST = 50;

    private StepDrops() {}

    /// A `MultiStepLR` with the drops that a `StepLR` makes in `length` steps. Any other scheduler, and one with more drops than
    /// anyone wants to read, stays as it is.
    static SchedulerSpec asMilestones(SchedulerSpec spec, long length) {
        long size = spec.input("step_size").count().orElse(0);
        if (spec.type() != SchedulerType.STEP_LR || size < 1 || length / size > MOST) {
            return spec;
        }
        List<Input> milestones = LongStream.iterate(size, drop -> drop < length, drop -> drop + size)
                .mapToObj(Input::of)
                .toList();
        return SchedulerSpec.of(SchedulerType.MULTI_STEP_LR)
                .with("milestones", new Value.Inputs(milestones))
                .with("gamma", spec.input("gamma"));
    }
}
