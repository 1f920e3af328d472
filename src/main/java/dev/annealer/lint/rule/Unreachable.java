package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Value;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.SchedulerSubject;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.CosineAnnealingWarmRestarts;
import dev.annealer.schedule.CyclicLR;
import dev.annealer.schedule.MultiStepLR;
import dev.annealer.schedule.StepLR;
import java.util.List;
import java.util.Optional;

/// What a stage holds past its own end.
final class Unreachable implements Rule {
    private static final About ABOUT = new About(
            "unreachable",
            Severity.WARNING,
            "Milestones, a step size or a cycle lie past the end of their stage.",
            "A milestone that is never reached is a drop that never happens: the run ends at a rate ten times too high"
                    + " without a word. Often the milestones were written for another number of epochs, or in the other unit."
                    + " A last cycle that is cut off leaves the run at a high rate, too.");

    private static final int DROPS = 3;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.schedulers().flatMap(scheduler -> finding(subject, scheduler).stream()).toList();
    }

    private Optional<Finding> finding(Subject subject, SchedulerSubject scheduler) {
        long steps = scheduler.stage().placed().stepsInForce();
        return switch (scheduler.scheduler()) {
            case MultiStepLR(List<Long> milestones, _) -> milestones(scheduler, milestones, steps);
            case StepLR(long stepSize, _) when stepSize >= steps -> Optional.of(stepSize(scheduler, stepSize, steps));
            case CosineAnnealingWarmRestarts restarts -> restarts(subject, scheduler, restarts, steps);
            case CyclicLR cyclic when cyclic.stepSizeUp() + cyclic.stepSizeDown() > steps ->
                Optional.of(cycle(subject, scheduler, cyclic, steps));
            default -> Optional.empty();
        };
    }

    private Finding stepSize(SchedulerSubject scheduler, long stepSize, long steps) {
        Finding finding = finding(scheduler.where("step_size"), "step_size is " + stepSize + " and the stage has "
                + Words.steps(steps) + ": the LR never drops");
        return steps == 1 ? finding : finding.with(set(scheduler, "step_size", Math.ceilDiv(steps, DROPS)));
    }

    private Optional<Finding> milestones(SchedulerSubject scheduler, List<Long> milestones, long steps) {
        List<Long> missed = milestones.stream().filter(milestone -> milestone >= steps).toList();
        if (missed.isEmpty()) {
            return Optional.empty();
        }
        String which = missed.size() == 1 ? "milestone " + missed.getFirst() + " is" : "milestones " + missed + " are";
        String message = which + " never reached: the stage has " + Words.steps(steps) + ", counted from its start";
        Fix fix = missed.size() < milestones.size()
                ? scheduler.fix("remove what is never reached", spec -> spec.with("milestones", reached(spec, steps)))
                : scheduler.fix("spread the drops evenly", spec -> DecayFixes.spread(spec, steps));
        Finding finding = finding(scheduler.where("milestones"), message);
        return Optional.of(steps > milestones.size() ? finding.with(fix) : finding);
    }

    private static Value.Inputs reached(SchedulerSpec spec, long steps) {
        var milestones = (Value.Inputs) spec.values().get("milestones");
        return new Value.Inputs(milestones.items().stream()
                .filter(item -> item.count().orElse(0) < steps)
                .toList());
    }

    private Optional<Finding> restarts(
            Subject subject, SchedulerSubject scheduler, CosineAnnealingWarmRestarts restarts, long steps) {
        long end = restarts.t0();
        long cycle = restarts.t0();
        while (end < steps && cycle < steps) {
            long next = restarts.tMult() == 1 ? cycle : cycle * restarts.tMult();
            end = restarts.tMult() == 1 ? Math.ceilDiv(steps, cycle) * cycle : end + next;
            cycle = next;
        }
        if (end <= steps) {
            return Optional.empty();
        }
        String last = Words.lr(subject.schedule().at(scheduler.stage().placed().end() - 1, subject.profile().group()));
        if (restarts.t0() > steps) {
            return Optional.of(finding(scheduler.where("T_0"), "T_0 is " + restarts.t0() + " and the stage has "
                            + Words.steps(steps) + ": its first cycle is cut off at an LR of " + last)
                    .with(set(scheduler, "T_0", steps)));
        }
        return Optional.of(finding(Severity.INFO, scheduler.where("T_0"), "the last cycle would end at step " + end
                        + " of a stage of " + steps + ": it is cut off at an LR of " + last)
                .about(scheduler.stage().placed().start() + end - cycle, scheduler.stage().placed().end())
                .with(Mend.first(subject, Unreachable::cutsACycle, wholeCycles(scheduler, restarts, steps))));
    }

    /// Whether some last cycle is cut off.
    private static boolean cutsACycle(Subject subject) {
        return !new Unreachable().check(subject).isEmpty();
    }

    /// As many cycles as there are now, of a length with which they fit.
    private static List<Fix> wholeCycles(SchedulerSubject scheduler, CosineAnnealingWarmRestarts restarts, long steps) {
        long cycles = Math.max(1, Math.round((double) steps / restarts.t0()));
        boolean fits = restarts.tMult() == 1 && steps % cycles == 0 && steps / cycles != restarts.t0();
        return fits ? List.of(set(scheduler, "T_0", steps / cycles)) : List.of();
    }

    private Finding cycle(Subject subject, SchedulerSubject scheduler, CyclicLR cyclic, long steps) {
        long total = cyclic.stepSizeUp() + cyclic.stepSizeDown();
        double last = subject.schedule().at(scheduler.stage().placed().end() - 1, subject.profile().group());
        String message = "one cycle takes " + Words.steps(total) + " and the stage has " + steps
                + ": it is cut off at an LR of " + Words.lr(last);
        long up = Math.max(1, Math.round((double) steps * cyclic.stepSizeUp() / total));
        Finding finding = finding(scheduler.stage().where("step_size_up"), message);
        return steps < 2
                ? finding
                : finding.with(scheduler.fix("fit one cycle into the stage", spec -> spec.with("step_size_up", Input.of(up))
                        .with("step_size_down", Input.of(Math.max(1, steps - up)))));
    }

    private static Fix set(SchedulerSubject scheduler, String parameter, long value) {
        return scheduler.fix("set " + parameter + " to " + value, spec -> spec.with(parameter, Input.of(value)));
    }
}
