package dev.annealer.advisor;

import dev.annealer.document.Architecture;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import java.util.List;

/// An agent's data change with what it has learned, so that there is no end to refine towards: the rate stays, or falls on
/// a line where the run is long.
final class ReinforcementLearning implements Approach {
    @Override
    public String name() {
        return "reinforcement learning";
    }

    @Override
    public boolean suits(Situation situation) {
        return situation.architecture() == Architecture.REINFORCEMENT_LEARNING && !situation.isFineTuning();
    }

    @Override
    public SchedulePlan plan(Situation situation, OptimizerPlan optimizer) {
        if (situation.needsWarmup()) {
            return new SchedulePlan(StepUnit.BATCH, Warmup.before(situation, Lines.down(0)), List.of(line()));
        }
        if (situation.isLong()) {
            return new SchedulePlan(StepUnit.BATCH, List.of(new Stage(Lines.down(0), Input.NONE)), List.of(line()));
        }
        SchedulerSpec constant = SchedulerSpec.of(SchedulerType.CONSTANT_LR).with("factor", Input.of(1.0));
        return new SchedulePlan(StepUnit.EPOCH, List.of(new Stage(constant, Input.NONE)), List.of(new Reason(
                Guideline.REINFORCEMENT_LEARNING,
                "The data keep changing with the agent, so there is no end to refine towards: the rate stays as it is.")));
    }

    private static Reason line() {
        return new Reason(
                Guideline.REINFORCEMENT_LEARNING,
                "The rate falls on a line to zero, as PPO's does, so that late updates do not undo what the agent has learned.");
    }
}
