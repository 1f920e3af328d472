package dev.annealer.advisor;

import dev.annealer.document.Architecture;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import java.util.ArrayList;
import java.util.List;

/// Nobody knows the right length: the metric says when to lower the rate, and when to stop.
final class Plateau implements Approach {
    private static final long PATIENCE = 10;
    /// Two reductions.
    private static final double FLOOR = 0.01;

    @Override
    public String name() {
        return "reduce on plateau";
    }

    @Override
    public boolean suits(Situation situation) {
        return !situation.lengthIsKnown();
    }

    @Override
    public SchedulePlan plan(Situation situation, OptimizerPlan optimizer) {
        boolean rewards = situation.architecture() == Architecture.REINFORCEMENT_LEARNING;
        var plateau = SchedulerSpec.of(SchedulerType.REDUCE_LR_ON_PLATEAU)
                .with("factor", Input.of(0.1))
                .with("patience", Input.of(PATIENCE))
                .with("mode", new Input(rewards ? "max" : "min"))
                .with("min_lr", Rates.input(optimizer.leastRate() * FLOOR));
        var stages = new ArrayList<Stage>();
        if (situation.needsWarmup()) {
            stages.add(new Stage(Warmup.scheduler(), Input.of(Warmup.epochs(situation))));
        }
        stages.add(new Stage(plateau, Input.NONE));
        String metric = rewards ? "the mean return" : "the validation loss";
        return new SchedulePlan(StepUnit.EPOCH, stages, List.of(new Reason(
                Guideline.UNKNOWN_LENGTH,
                "The rate falls by 10 whenever " + metric + " has not improved for " + PATIENCE
                        + " epochs; the loop hands it to scheduler.step() after each. The "
                        + situation.epochs() + " epochs are a ceiling, not a plan: stop when two reductions have brought nothing.")));
    }
}
