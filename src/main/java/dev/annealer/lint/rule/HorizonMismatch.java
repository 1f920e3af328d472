package dev.annealer.lint.rule;

import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Rule;
import dev.annealer.lint.SchedulerSubject.Horizon;
import dev.annealer.lint.SchedulerSubject;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.CosineAnnealingLR;
import dev.annealer.schedule.Extremes;
import dev.annealer.schedule.PlacedStage;
import java.util.List;
import java.util.stream.Stream;

/// A horizon that was typed and does not fit the stage: a T_max that stayed when the warmup was added.
final class HorizonMismatch implements Rule {
    private static final About ABOUT = new About(
            "horizon-mismatch",
            Severity.ERROR,
            "T_max, total_iters or total_steps is not the number of steps that its stage has.",
            "A decay is made to arrive exactly at the end of its stage. With a horizon that is too short a cosine turns around"
                    + " and rises again; with one that is too long the training ends at a high learning rate and never"
                    + " refines. The usual cause is a T_max of all epochs that was kept when a warmup was put before it. Leave"
                    + " the horizon out and it follows the stage.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.stages().stream()
                .flatMap(stage -> stage.schedulers().stream())
                .flatMap(scheduler -> scheduler.horizon().stream()
                        .filter(horizon -> misses(scheduler, horizon))
                        .map(horizon -> finding(subject, scheduler, horizon)))
                .toList();
    }

    /// A warmup, or a constant, that is over before its stage holds its last value there: that is how a plateau is written.
    private static boolean misses(SchedulerSubject scheduler, Horizon horizon) {
        long length = scheduler.stage().placed().length();
        boolean mayEndEarly = scheduler.type() == SchedulerType.LINEAR_LR || scheduler.type() == SchedulerType.CONSTANT_LR;
        return horizon.steps() > length || horizon.steps() < length && !mayEndEarly;
    }

    private Finding finding(Subject subject, SchedulerSubject scheduler, Horizon horizon) {
        PlacedStage placed = scheduler.stage().placed();
        String name = horizon.parameter();
        String message = name + " is " + horizon.steps() + " but the stage has " + Words.steps(placed.length()) + ": "
                + consequence(subject, scheduler, horizon);
        return finding(scheduler.where(name), message)
                .about(Math.min(placed.start() + Math.min(horizon.steps(), placed.length()), subject.steps()), placed.end())
                .with(scheduler.fix("let " + name + " follow the stage", spec -> spec.without(name)));
    }

    private static String consequence(Subject subject, SchedulerSubject scheduler, Horizon horizon) {
        PlacedStage placed = scheduler.stage().placed();
        int group = subject.profile().group();
        long turn = placed.start() + horizon.steps();
        if (turn >= placed.end()) {
            double reached = subject.schedule().at(placed.end() - 1, group);
            return "it is cut off on its way, at an LR of " + Words.lr(reached);
        }
        double floor = subject.schedule().at(turn, group);
        if (scheduler.scheduler() instanceof CosineAnnealingLR) {
            Extremes after = subject.schedule().extremes(turn, placed.end(), group);
            if (after.argMax() == turn) {
                return "the LR is down to " + Words.lr(floor) + " a step before its stage is over, at step " + turn;
            }
            return "the LR is down to " + Words.lr(floor) + " at step " + turn + " and rises again, to " + Words.lr(after.max())
                    + " at step " + after.argMax();
        }
        return "from step " + turn + " on the LR stays at " + Words.lr(floor);
    }
}
