package dev.annealer.lint.rule;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import dev.annealer.lint.Fix;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import java.util.ArrayList;
import java.util.Optional;

/// Puts a linear warmup before a schedule: it starts at 1 % and takes 5 % of the run, or as many steps as it is told.
///
/// What came first gives up the steps, so that the run keeps its length and its drops their place.
final class WarmupFix {
    private static final double START = 0.01;
    private static final int SHARE = 20;
    /// With fewer steps a warmup is a jump.
    private static final long FEWEST_STEPS = 3;

    private final Subject subject;
    private final StageSubject first;
    private final long steps;

    WarmupFix(Subject subject) {
        this(subject, usualSteps(subject));
    }

    WarmupFix(Subject subject, long steps) {
        this.subject = subject;
        this.first = subject.stages().getFirst();
        this.steps = steps;
    }

    static long usualSteps(Subject subject) {
        return Math.max(FEWEST_STEPS, Math.round((double) subject.steps() / SHARE));
    }

    /// Empty where the first stage has no room, or ignores the base learning rate.
    Optional<Fix> fix() {
        String label = "add a linear warmup of " + Words.steps(steps) + " from 1 %";
        return switch (first.type()) {
            case LAMBDA_LR -> Optional.of(Fix.ofScheduler(label, first.index(), this::multiplied));
            case CHAINED_SCHEDULER -> Optional.of(Fix.ofScheduler(label, first.index(), this::withMember));
            case ONE_CYCLE_LR, CYCLIC_LR -> Optional.empty();
            default -> first.placed().stepsInForce() > steps && startFactor() <= 1
                    ? Optional.of(new Fix(label, this::inserted))
                    : Optional.empty();
        };
    }

    private SchedulerSpec multiplied(SchedulerSpec lambda) {
        String ramp = "min(1, 0.01 + 0.99 * step / " + steps + ")";
        return lambda.with("lr_lambda", new Input(ramp + " * (" + lambda.input("lr_lambda") + ")"));
    }

    private SchedulerSpec withMember(SchedulerSpec chain) {
        var members = new ArrayList<>(((Value.Members) chain.values().get("schedulers")).schedulers());
        members.addFirst(warmup(1).with("total_iters", Input.of(steps)));
        return chain.with("schedulers", new Value.Members(members));
    }

    /// What the schedule starts at, as a factor of the base LR: the warmup has to arrive there.
    private double startFactor() {
        int group = subject.profile().group();
        return subject.profile().first() / subject.schedule().groups().get(group).baseLr();
    }

    /// From 1 % of where it ends.
    static SchedulerSpec warmup(double endFactor) {
        SchedulerSpec spec = SchedulerSpec.of(SchedulerType.LINEAR_LR).with("start_factor", Input.of(START * endFactor));
        return endFactor == 1 ? spec : spec.with("end_factor", Input.of(endFactor));
    }

    private Document inserted(Document document) {
        var stages = new ArrayList<>(document.schedule().stages());
        long length = first.placed().length();
        stages.set(first.index(), Resized.later(stages.get(first.index()), length, steps));
        stages.add(first.index(), new Stage(warmup(startFactor()), Input.of(steps)));
        return document.withSchedule(document.schedule().withStages(stages));
    }
}
