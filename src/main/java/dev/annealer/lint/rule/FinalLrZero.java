package dev.annealer.lint.rule;

import dev.annealer.lint.Finding;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import java.util.List;

/// A tail of the run that trains nothing.
final class FinalLrZero implements Rule {
    private static final About ABOUT = new About(
            "final-lr-zero",
            Severity.INFO,
            "The learning rate is below 1e-8 for more than 2 % of the run.",
            "Updates of that size vanish in the rounding of the weights: those steps cost time and change nothing. Let the"
                    + " decay end with the run, or give it a floor.");

    private static final double NOTHING = 1e-8;
    private static final double MOST = 0.02;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        long from = deadFrom(subject);
        long steps = subject.steps();
        if (!speaks(subject)) {
            return List.of();
        }
        String message = "the LR is below 1e-8 from step " + from + " on: the last " + Words.steps(steps - from) + ", "
                + Words.percent((double) (steps - from) / steps) + " of the run, train nothing";
        return List.of(finding(subject.lastStage().where(), message)
                .about(from, steps)
                .with(Mend.cleanly(subject, FinalLrZero::speaks, DecayFixes.of(subject, subject.lastStage()))));
    }

    private static boolean speaks(Subject subject) {
        return Limit.isAbove(subject.steps() - deadFrom(subject), MOST * subject.steps());
    }

    /// The first step from which on the learning rate stays below what counts, in every group.
    private static long deadFrom(Subject subject) {
        long low = 0;
        long high = subject.steps();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (isDead(subject, middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static boolean isDead(Subject subject, long from) {
        return subject.profiles().stream()
                .allMatch(profile -> subject.schedule()
                                .extremes(from, subject.steps(), profile.group())
                                .max()
                        < NOTHING);
    }
}
