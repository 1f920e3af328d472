package dev.annealer.lint.rule;

import dev.annealer.lint.Finding;
import dev.annealer.lint.Rule;
import dev.annealer.lint.SchedulerSubject;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.MultiStepLR;
import java.util.List;

/// Milestones that were written for the run, in a stage that starts later.
final class MilestonesShifted implements Rule {
    private static final About ABOUT = new About(
            "milestones-shifted",
            Severity.WARNING,
            "The milestones of a MultiStepLR after other stages read as steps of the run; they count from the stage's start.",
            "In SequentialLR every scheduler starts to count when its turn comes. Milestones 30, 60, 90 after a warmup of 5"
                    + " epochs drop at 35, 65, 95. The rule speaks where the milestones as written are the rounder numbers;"
                    + " where they are rounder counted from the run's start, they have been shifted already.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.schedulers()
                .filter(scheduler -> scheduler.scheduler() instanceof MultiStepLR(List<Long> milestones, _)
                        && readsAsStepsOfTheRun(subject, scheduler.stage().placed().start(), milestones))
                .map(this::finding)
                .toList();
    }

    private static boolean readsAsStepsOfTheRun(Subject subject, long start, List<Long> milestones) {
        var roundness = new Roundness(subject);
        double written = roundness.cost(milestones, 0);
        return start > 0
                && !milestones.isEmpty()
                && Limit.isBelow(written, roundness.cost(milestones, start))
                && !Limit.isAbove(written, roundness.cost(milestones, -start));
    }

    private Finding finding(SchedulerSubject scheduler) {
        long start = scheduler.stage().placed().start();
        List<Long> written = ((MultiStepLR) scheduler.scheduler()).milestones();
        List<Long> real = written.stream().map(milestone -> milestone + start).toList();
        String message = "milestones " + written + " count from the stage's start: the drops come at steps " + real
                + " of the run, " + start + " later than they read";
        Finding finding = finding(scheduler.where("milestones"), message)
                .about(real.getFirst(), Math.max(real.getLast(), real.getFirst() + 1));
        return written.getFirst() < start
                ? finding
                : finding.with(scheduler.fix("shift the milestones by " + start, spec -> MilestoneShift.by(spec, -start)));
    }
}
