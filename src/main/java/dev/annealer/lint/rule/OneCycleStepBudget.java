package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.document.Place;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.Extremes;
import dev.annealer.schedule.OneCycleLR;
import dev.annealer.schedule.PlacedStage;
import java.util.List;
import java.util.Set;

/// More steps than OneCycleLR was told of.
final class OneCycleStepBudget implements Rule {
    private static final About ABOUT = new About(
            "onecycle-step-budget",
            Severity.ERROR,
            "OneCycleLR's total_steps is below the steps that it runs.",
            "Past total_steps PyTorch's formula goes on: the rate bounces up again, and at the next call step() raises an"
                    + " error and the training stops. It happens where the epochs, the batch size or gradient accumulation"
                    + " changed after the scheduler was written. Leave total_steps out and it follows the run.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.stages(SchedulerType.ONE_CYCLE_LR)
                .filter(stage -> totalSteps(stage) < stage.placed().stepsInForce())
                .map(stage -> finding(subject, stage, totalSteps(stage)))
                .toList();
    }

    @Override
    public Set<String> silences() {
        return Set.of("horizon-mismatch");
    }

    @Override
    public boolean explains(Place mine, Place theirs) {
        return mine.equals(theirs);
    }

    private Finding finding(Subject subject, StageSubject stage, long totalSteps) {
        PlacedStage placed = stage.placed();
        long over = placed.start() + totalSteps;
        Extremes bounce = subject.schedule().extremes(over, placed.end(), subject.profile().group());
        String message = "total_steps is " + totalSteps + " but the scheduler runs for " + Words.steps(placed.stepsInForce())
                + ": past them the LR bounces to " + Words.lr(bounce.max()) + " at step " + bounce.argMax()
                + ", and PyTorch stops with an error at call " + (totalSteps + 1) + " of step()";
        return finding(stage.where("total_steps"), message)
                .about(over, placed.end())
                .with(Fix.ofStage("let total_steps follow the run", stage.index(), edited ->
                        following(edited, stage == subject.stages().getLast())));
    }

    /// Given, or that of a stage which is shorter than what it runs for.
    private static long totalSteps(StageSubject stage) {
        return stage.scheduler() instanceof OneCycleLR oneCycle ? oneCycle.totalSteps() : Long.MAX_VALUE;
    }

    private static Stage following(Stage stage, boolean isLast) {
        Stage open = isLast ? stage.withLength(Input.NONE) : stage;
        return Resized.withoutHorizon(open);
    }
}
