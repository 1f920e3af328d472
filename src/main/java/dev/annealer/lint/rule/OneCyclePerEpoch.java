package dev.annealer.lint.rule;

import dev.annealer.document.Place;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.StepUnit;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.StepUnitConversion;
import java.util.List;

/// OneCycleLR that steps once an epoch.
final class OneCyclePerEpoch implements Rule {
    private static final About ABOUT = new About(
            "onecycle-per-epoch",
            Severity.ERROR,
            "OneCycleLR steps once an epoch.",
            "One cycle is one smooth rise and fall over all batches of the run. Stepped once an epoch it becomes a staircase"
                    + " of a few large jumps, and its first epochs stand still at rates that are far off the curve. It is"
                    + " made to be stepped after every batch.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.run().stepOn() == StepUnit.BATCH
                ? List.of()
                : subject.stages(SchedulerType.ONE_CYCLE_LR).map(stage -> finding(subject, stage)).toList();
    }

    private static boolean speaks(Subject subject) {
        return subject.run().stepOn() == StepUnit.EPOCH;
    }

    private Finding finding(Subject subject, StageSubject stage) {
        String message = stage.title() + " steps once an epoch: the cycle is a staircase of "
                + Words.steps(stage.placed().stepsInForce()) + "; it is made for a step a batch";
        Fix perBatch = new Fix("step once a batch", document -> StepUnitConversion.convert(document, StepUnit.BATCH));
        return finding(new Place("schedule.step_on"), message)
                .about(stage)
                .with(Mend.first(subject, OneCyclePerEpoch::speaks, List.of(perBatch)));
    }
}
