package dev.annealer.lint.rule;

import dev.annealer.document.Value;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.CyclicLR;
import dev.annealer.schedule.MomentumRange;
import dev.annealer.schedule.OneCycleLR;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A momentum that is written and never used.
final class MomentumOverwritten implements Rule {
    private static final About ABOUT = new About(
            "momentum-overwritten",
            Severity.INFO,
            "cycle_momentum replaces the optimizer's own momentum or beta1.",
            "OneCycleLR and CyclicLR set momentum at every step, against the learning rate: that is on by default, and what"
                    + " the optimizer was given is lost. It is part of one cycle's recipe; where the momentum was tuned,"
                    + " switch it off.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        OptionalDouble own = subject.schedule().optimizerMomentum();
        return own.isEmpty()
                ? List.of()
                : subject.stages().stream()
                        .filter(StageSubject::isInForce)
                        .flatMap(stage -> finding(subject, stage, own.getAsDouble()).stream())
                        .toList();
    }

    private static Optional<MomentumRange> range(StageSubject stage) {
        return switch (stage.scheduler()) {
            case OneCycleLR oneCycle -> oneCycle.momentum();
            case CyclicLR cyclic -> cyclic.momentum();
            default -> Optional.empty();
        };
    }

    private Optional<Finding> finding(Subject subject, StageSubject stage, double own) {
        String name = subject.isAdamLike() ? "beta1" : "momentum";
        return range(stage)
                .filter(range -> range.base() != own || range.max() != own)
                .map(range -> finding(stage.where("cycle_momentum"), "cycle_momentum moves " + name + " between "
                                + Words.lr(range.base()) + " and " + Words.lr(range.max()) + "; the optimizer's own "
                                + Words.lr(own) + " is not used")
                        .about(stage)
                        .with(Fix.ofScheduler("keep the optimizer's " + name, stage.index(), spec ->
                                spec.with("cycle_momentum", new Value.Flag(false)))));
    }
}
