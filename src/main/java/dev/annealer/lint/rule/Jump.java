package dev.annealer.lint.rule;

import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A break in the learning rate where one stage hands over to the next.
final class Jump implements Rule {
    private static final About ABOUT = new About(
            "jump",
            Severity.WARNING,
            "The learning rate jumps by more than 2x between two stages that are no step schedules.",
            "Every stage starts again from the base learning rate. A warmup that ends below 1, or a decay that is followed by"
                    + " a fresh start, leaves a break: upwards it throws the weights off what they had found, downwards it"
                    + " skips the rates in between. StepLR and MultiStepLR are made of jumps and are not measured.");

    private static final double MOST = 2;
    private static final double MOST_TIMES = 1e4;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return seams(subject).stream()
                .map(seam -> finding(subject, seam))
                .toList();
    }

    /// Where a stage hands over to the next with a break, in one param group.
    private record Seam(StageSubject before, StageSubject after, double from, double to) {}

    private static List<Seam> seams(Subject subject) {
        List<StageSubject> stages = subject.stages().stream().filter(StageSubject::isInForce).toList();
        var seams = new ArrayList<Seam>();
        for (int i = 1; i < stages.size(); i++) {
            StageSubject before = stages.get(i - 1);
            StageSubject after = stages.get(i);
            if (!isStaircase(before) && !isStaircase(after)) {
                seam(subject, before, after).ifPresent(seams::add);
            }
        }
        return seams;
    }

    private static boolean isStaircase(StageSubject stage) {
        return stage.schedulers().stream().anyMatch(scheduler ->
                scheduler.type() == SchedulerType.STEP_LR || scheduler.type() == SchedulerType.MULTI_STEP_LR);
    }

    private static Optional<Seam> seam(Subject subject, StageSubject before, StageSubject after) {
        long step = after.placed().start();
        return subject.profiles().stream()
                .map(profile -> new Seam(
                        before,
                        after,
                        subject.schedule().at(step - 1, profile.group()),
                        subject.schedule().at(step, profile.group())))
                .filter(seam -> Limit.isAbove(Math.max(seam.from(), seam.to()), MOST * Math.min(seam.from(), seam.to())))
                .findFirst();
    }

    private Finding finding(Subject subject, Seam seam) {
        long step = seam.after().placed().start();
        double ratio = Math.max(seam.from(), seam.to()) / Math.min(seam.from(), seam.to());
        // From next to nothing, how many times it is says nothing.
        String how = ratio < MOST_TIMES ? Words.times(ratio) + " " : "";
        String message = "the LR jumps " + how + (seam.to() > seam.from() ? "up" : "down") + " at step " + step + ", from "
                + Words.lr(seam.from()) + " to " + Words.lr(seam.to()) + ", where " + seam.after().title() + " begins";
        return finding(seam.after().where(), message)
                .about(step - 1, step + 1)
                .with(Mend.first(subject, after -> jumpsAt(after, seam.after().index()), candidates(subject, seam)));
    }

    private static boolean jumpsAt(Subject subject, int index) {
        return seams(subject).stream().anyMatch(seam -> seam.after().index() == index);
    }

    private static List<Fix> candidates(Subject subject, Seam seam) {
        double base = subject.schedule().groups().getFirst().baseLr();
        double from = subject.schedule().at(seam.after().placed().start() - 1, 0) / base;
        double to = subject.schedule().at(seam.after().placed().start(), 0) / base;
        var candidates = new ArrayList<Fix>();
        if (seam.before().is(SchedulerType.LINEAR_LR)) {
            candidates.add(set(seam.before(), "end_factor", to));
        }
        if (seam.after().is(SchedulerType.LINEAR_LR)) {
            candidates.add(set(seam.after(), "start_factor", from));
        }
        if (seam.after().is(SchedulerType.CONSTANT_LR)) {
            candidates.add(set(seam.after(), "factor", from));
        }
        if (seam.before().is(SchedulerType.COSINE_ANNEALING_LR) && to < 1) {
            candidates.add(set(seam.before(), "eta_min", to * base));
        }
        return candidates;
    }

    private static Fix set(StageSubject stage, String parameter, double value) {
        return Fix.ofScheduler("set " + parameter + " of " + stage.title() + " to " + Words.lr(value), stage.index(), spec ->
                spec.with(parameter, Rates.of(value)));
    }
}
