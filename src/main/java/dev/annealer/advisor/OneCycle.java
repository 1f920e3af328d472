package dev.annealer.advisor;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Value;
import java.util.List;

/// One rise and one long fall, for results in few epochs.
final class OneCycle implements Approach {
    private static final long LARGE_MODEL_ABOVE = 100_000_000;

    @Override
    public String name() {
        return "OneCycle";
    }

    @Override
    public boolean suits(Situation situation) {
        return !situation.isLong() && !isSensitive(situation) && situation.answers().budget() != Answers.Budget.HIGH;
    }

    static boolean isSensitive(Situation situation) {
        return situation.isTransformer() || situation.answers().parameters().orElse(0) > LARGE_MODEL_ABOVE;
    }

    @Override
    public SchedulePlan plan(Situation situation, OptimizerPlan optimizer) {
        Input peak = Rates.input(optimizer.greatestRate());
        var cycle = SchedulerSpec.of(SchedulerType.ONE_CYCLE_LR)
                .with("max_lr", peak)
                .with("pct_start", Input.of(0.3))
                .with("cycle_momentum", new Value.Flag(false));
        return new SchedulePlan(StepUnit.BATCH, List.of(new Stage(cycle, Input.NONE)), List.of(
                new Reason(Guideline.MEDIUM_RUN, "In " + situation.epochs() + " epochs one steep rise and a long fall often reach 90 to"
                        + " 95 % of what a full training does. It rises for 30 % of the run, so it needs no other warmup;"
                        + " momentum stays what the optimizer has."),
                new Reason(Guideline.ONE_CYCLE_PEAK, "The peak of " + peak + " is a usual value, not yours, and everything hangs on"
                        + " it: run an LR finder and take 5 to 10 times its pick.")));
    }
}
