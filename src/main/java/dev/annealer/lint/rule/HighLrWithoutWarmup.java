package dev.annealer.lint.rule;

import dev.annealer.lint.Finding;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import java.util.List;

/// Adam at a high rate from the first step.
final class HighLrWithoutWarmup implements Rule {
    private static final About ABOUT = new About(
            "high-lr-without-warmup",
            Severity.WARNING,
            "Training from scratch with an Adam-like optimizer peaks above 1e-3 without a warmup.",
            "In its first steps Adam divides by averages of only a few gradients, so its steps are as long as the learning"
                    + " rate allows, in directions that mean little. Above 1e-3 that can cost the run. A few epochs of rising"
                    + " make the same peak safe.");

    private static final double HIGH = 1e-3;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        double peak = subject.profile().peak();
        boolean isMistake = subject.isAdamLike()
                && !subject.isFromPretrained()
                && Limit.isAbove(peak, HIGH)
                && subject.profile().warmup().isEmpty();
        if (!isMistake) {
            return List.of();
        }
        String message = "the LR peaks at " + Words.lr(peak) + " with " + subject.document().optimizer().type()
                + " and starts at " + Words.lr(subject.profile().first()) + ": above 1e-3 it needs a warmup";
        return List.of(finding(subject.stages().getFirst().where(), message)
                .about(0, 1)
                .with(new WarmupFix(subject).fix()));
    }
}
