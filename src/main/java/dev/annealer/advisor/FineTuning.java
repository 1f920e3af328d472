package dev.annealer.advisor;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import java.util.List;

/// Weights that are good already: low rates, little schedule.
final class FineTuning implements Approach {
    /// Of the lowest rate.
    private static final double FLOOR = 0.1;

    @Override
    public String name() {
        return "fine-tuning";
    }

    @Override
    public boolean suits(Situation situation) {
        return situation.isFineTuning();
    }

    @Override
    public SchedulePlan plan(Situation situation, OptimizerPlan optimizer) {
        var cosine = SchedulerSpec.of(SchedulerType.COSINE_ANNEALING_LR)
                .with("eta_min", Rates.input(optimizer.leastRate() * FLOOR));
        if (situation.needsWarmup()) {
            return new SchedulePlan(StepUnit.BATCH, Warmup.before(situation, cosine), List.of(gentle()));
        }
        if (!situation.isShort()) {
            return new SchedulePlan(StepUnit.BATCH, List.of(new Stage(cosine, Input.NONE)), List.of(gentle()));
        }
        var constant = SchedulerSpec.of(SchedulerType.CONSTANT_LR).with("factor", Input.of(1.0));
        return new SchedulePlan(StepUnit.EPOCH, List.of(new Stage(constant, Input.NONE)), List.of(new Reason(
                Guideline.FINE_TUNING,
                "A fine-tuning of " + situation.epochs() + (situation.epochs() == 1 ? " epoch" : " epochs")
                        + " needs no schedule: the rates are low from the start, and the weights are good, so no warmup either.")));
    }

    private static Reason gentle() {
        return new Reason(
                Guideline.FINE_TUNING,
                "A gentle cosine takes the rates down to a tenth of the lowest one, so that the last epochs only polish.");
    }
}
