package dev.annealer.advisor;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.StepUnit;
import java.util.List;

/// The default of today: a linear rise, then a cosine to almost nothing.
final class WarmupCosine implements Approach {
    private static final double ETA_MIN = 1e-5;

    @Override
    public String name() {
        return "warmup + cosine";
    }

    @Override
    public boolean suits(Situation situation) {
        return true;
    }

    @Override
    public SchedulePlan plan(Situation situation, OptimizerPlan optimizer) {
        var cosine = SchedulerSpec.of(SchedulerType.COSINE_ANNEALING_LR).with("eta_min", Input.of(ETA_MIN));
        return new SchedulePlan(StepUnit.BATCH, Warmup.before(situation, cosine), List.of(reason(situation)));
    }

    private static Reason reason(Situation situation) {
        if (situation.isLong()) {
            return new Reason(Guideline.LONG_RUN, "In " + situation.epochs() + " epochs the rate can both explore and refine: it rises"
                    + " for " + Warmup.epochs(situation) + " epochs and falls along a cosine to " + Input.of(ETA_MIN)
                    + ", with no milestones to tune.");
        }
        Guideline rule = OneCycle.isSensitive(situation) ? Guideline.SENSITIVE_MODEL : Guideline.PLENTIFUL_COMPUTE;
        return new Reason(rule, "For " + situation.epochs() + " epochs OneCycle would be faster, but it is rough: a warmup of 10 % and"
                + " a cosine are steadier.");
    }
}
