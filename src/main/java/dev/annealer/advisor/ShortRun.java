package dev.annealer.advisor;

import dev.annealer.document.Input;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import java.util.List;

/// A few epochs from scratch: no room for more than a line.
final class ShortRun implements Approach {
    private static final double END = 0.01;

    @Override
    public String name() {
        return "linear decay";
    }

    @Override
    public boolean suits(Situation situation) {
        return situation.isShort();
    }

    @Override
    public SchedulePlan plan(Situation situation, OptimizerPlan optimizer) {
        List<Stage> stages = situation.needsWarmup()
                ? Warmup.before(situation, Lines.down(END))
                : List.of(new Stage(Lines.down(END), Input.NONE));
        String paper = situation.answers().reproducesPaper() ? " No paper's schedule is made for so few." : "";
        return new SchedulePlan(StepUnit.BATCH, stages, List.of(new Reason(
                Guideline.SHORT_RUN,
                "There is no time for stages in " + situation.epochs() + (situation.epochs() == 1 ? " epoch" : " epochs")
                        + ": the rate falls on one line to 1 % of its peak, so that the end still refines." + paper)));
    }
}
