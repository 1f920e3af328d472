package dev.annealer.lint.rule;

import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Value;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Momentum that is cycled where there is none.
final class CyclicMomentumOptimizer implements Rule {
    private static final About ABOUT = new About(
            "cyclic-momentum-optimizer",
            Severity.ERROR,
            "cycle_momentum is on and the optimizer has neither momentum nor betas.",
            "PyTorch refuses to build OneCycleLR or CyclicLR over such an optimizer, and cycle_momentum is on unless it is"
                    + " switched off. Exports of this document write cycle_momentum=False.");

    private static final Set<String> WITHOUT = Set.of("adadelta", "adafactor", "asgd", "lbfgs", "rprop");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        String optimizer = subject.document().optimizer().type();
        if (!hasNoMomentum(optimizer)) {
            return List.of();
        }
        return subject.stages().stream()
                .filter(stage -> stage.isInForce() && cyclesMomentum(stage))
                .map(stage -> finding(stage.where("cycle_momentum"), "cycle_momentum is on, but " + optimizer
                                + " has neither momentum nor betas: PyTorch raises an error")
                        .with(Fix.ofScheduler("switch cycle_momentum off", stage.index(), spec ->
                                spec.with("cycle_momentum", new Value.Flag(false)))))
                .toList();
    }

    /// Of an optimizer that nobody here knows nothing is said.
    private static boolean hasNoMomentum(String optimizer) {
        return KnownOptimizer.named(optimizer)
                .map(known -> known.momentum() == KnownOptimizer.Momentum.NONE)
                .orElse(WITHOUT.contains(optimizer.toLowerCase(Locale.ROOT)));
    }

    private static boolean cyclesMomentum(StageSubject stage) {
        boolean hasSwitch = stage.type().parameter("cycle_momentum").isPresent();
        return hasSwitch && !(stage.spec().values().get("cycle_momentum") instanceof Value.Flag(boolean on) && !on);
    }
}
