package dev.annealer.lint.rule;

import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Rule;
import dev.annealer.lint.SchedulerSubject;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.MultiStepLR;
import dev.annealer.schedule.Scheduler;
import dev.annealer.schedule.StepLR;
import java.util.List;
import java.util.stream.Stream;

/// A cliff before the run has found its way.
final class SharpDrop implements Rule {
    private static final About ABOUT = new About(
            "sharp-drop",
            Severity.INFO,
            "The learning rate drops 10x or more at once in the first quarter of the run.",
            "A drop by ten freezes what has been learned. Early on that is little, and the loss can jump at the drop as well."
                    + " Later drops, a gentler gamma or a cosine do better.");

    private static final double SHARP = 10;
    private static final double EARLY = 0.25;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return drops(subject).findFirst().stream().map(drop -> finding(subject, drop)).toList();
    }

    /// A step whose learning rate is far below that of the step before.
    private record Drop(SchedulerSubject scheduler, long step) {}

    private static Stream<Drop> drops(Subject subject) {
        return subject.schedulers()
                .flatMap(scheduler -> stairs(scheduler.scheduler()).map(k ->
                        new Drop(scheduler, scheduler.stage().placed().start() + k)))
                .filter(drop -> drop.step() > 0
                        && drop.step() < drop.scheduler().stage().placed().end()
                        && drop.step() < EARLY * subject.steps()
                        && isSharp(subject, drop.step()));
    }

    private static Stream<Long> stairs(Scheduler scheduler) {
        return switch (scheduler) {
            case StepLR(long stepSize, _) -> Stream.of(stepSize);
            case MultiStepLR(List<Long> milestones, _) -> milestones.stream();
            default -> Stream.empty();
        };
    }

    private static boolean isSharp(Subject subject, long step) {
        double before = subject.schedule().at(step - 1, subject.profile().group());
        double after = subject.schedule().at(step, subject.profile().group());
        return before > 0 && !Limit.isBelow(before, SHARP * after);
    }

    private static boolean speaks(Subject subject) {
        return drops(subject).findAny().isPresent();
    }

    private Finding finding(Subject subject, Drop drop) {
        int group = subject.profile().group();
        SchedulerSubject scheduler = drop.scheduler();
        String message = "the LR drops from " + Words.lr(subject.schedule().at(drop.step() - 1, group)) + " to "
                + Words.lr(subject.schedule().at(drop.step(), group)) + " at step " + drop.step() + ", "
                + Words.percent((double) drop.step() / subject.steps()) + " into the run";
        String parameter = scheduler.type() == SchedulerType.STEP_LR ? "step_size" : "milestones";
        return finding(scheduler.where(parameter), message)
                .about(drop.step() - 1, drop.step() + 1)
                .with(Mend.cleanly(subject, SharpDrop::speaks, DecayFixes.of(subject, scheduler.stage())));
    }
}
