package dev.annealer.lint.rule;

import dev.annealer.document.Architecture;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Profile;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.ReduceLROnPlateau;
import java.util.List;
import java.util.Optional;

/// A run that ends before it has settled.
final class FinalLrHigh implements Rule {
    private static final About ABOUT = new About(
            "final-lr-high",
            Severity.WARNING,
            "A run of more than 30 epochs ends above 1e-3, or above a tenth of its peak.",
            "The last epochs of a long run are there to settle, and they settle only at low rates: 1e-5 or 1e-6 is usual, a"
                    + " hundredth of the peak at the most. A run that ends high leaves accuracy behind. Where a plateau"
                    + " decides and its metric does not cover the run, the end is not known and the rule is silent;"
                    + " reinforcement learning, where constant rates are usual, is not measured.");

    private static final long LONG = 30;
    private static final double HIGH = 1.01e-3;
    private static final double SHARE_OF_PEAK = 0.101;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return high(subject).stream().map(profile -> finding(subject, profile)).toList();
    }

    static boolean speaks(Subject subject) {
        return high(subject).isPresent();
    }

    /// The first param group that ends high.
    private static Optional<Profile> high(Subject subject) {
        return subject.lastsLongerThan(LONG) && isKnown(subject)
                ? subject.profiles().stream()
                        .filter(profile -> Limit.isAbove(profile.last(), HIGH)
                                || Limit.isAbove(profile.last(), SHARE_OF_PEAK * profile.peak()))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isKnown(Subject subject) {
        boolean mayStillFall = subject.lastStage().scheduler() instanceof ReduceLROnPlateau plateau
                && plateau.metric().size() < subject.lastStage().placed().stepsInForce() - 1;
        return !mayStillFall && subject.architecture().filter(Architecture.REINFORCEMENT_LEARNING::equals).isEmpty();
    }

    private Finding finding(Subject subject, Profile profile) {
        String message = "after " + subject.epochs().getAsLong() + " epochs the LR is still " + Words.lr(profile.last()) + ", "
                + Words.percent(profile.last() / profile.peak()) + " of its peak";
        return finding(subject.lastStage().where(), message)
                .about(subject.steps() - 1, subject.steps())
                .with(Mend.cleanly(
                        subject, FinalLrHigh::speaks, DecayFixes.of(subject, subject.lastStage())));
    }
}
