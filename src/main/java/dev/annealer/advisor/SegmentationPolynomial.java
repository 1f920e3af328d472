package dev.annealer.advisor;

import dev.annealer.document.Architecture;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import java.util.List;

/// The decay of DeepLab and of most segmentation since.
final class SegmentationPolynomial implements Approach {
    private static final double POWER = 0.9;

    @Override
    public String name() {
        return "polynomial";
    }

    @Override
    public boolean suits(Situation situation) {
        return situation.architecture() == Architecture.SEGMENTATION;
    }

    @Override
    public SchedulePlan plan(Situation situation, OptimizerPlan optimizer) {
        var polynomial = SchedulerSpec.of(SchedulerType.POLYNOMIAL_LR).with("power", Input.of(POWER));
        List<Stage> stages = situation.needsWarmup()
                ? Warmup.before(situation, polynomial)
                : List.of(new Stage(polynomial, Input.NONE));
        return new SchedulePlan(StepUnit.BATCH, stages, List.of(new Reason(
                Guideline.SEGMENTATION,
                "The rate falls to zero over the whole run as (1 - t/T)^0.9, almost a line, once a batch: DeepLab's habit.")));
    }
}
