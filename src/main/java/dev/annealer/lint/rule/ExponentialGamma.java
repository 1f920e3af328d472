package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.SchedulerSubject;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.ExponentialLR;
import java.util.List;
import java.util.stream.Stream;

/// A gamma that was not meant for this many steps.
final class ExponentialGamma implements Rule {
    private static final About ABOUT = new About(
            "exponential-gamma",
            Severity.INFO,
            "An ExponentialLR ends below a thousandth of its start, or above half of it.",
            "gamma acts once a step, so a small difference decides between a rate that vanishes and one that hardly moves."
                    + " For a fall to a given share of the start it is that share to the power of 1 / steps.");

    private static final double HALF = 0.5;
    private static final double THOUSANDTH = 1e-3;
    private static final double TENFOLD = 0.1;
    private static final double HUNDREDFOLD = 0.01;
    private static final double FIVEHUNDREDFOLD = 0.002;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.schedulers()
                .filter(ExponentialGamma::isUnusual)
                .map(scheduler -> finding(subject, scheduler))
                .toList();
    }

    /// What is left at the last step, as a share of the start; a hundredth for other schedulers.
    private static double end(SchedulerSubject scheduler) {
        return scheduler.scheduler() instanceof ExponentialLR(double gamma)
                ? Math.pow(gamma, scheduler.stage().placed().stepsInForce() - 1)
                : HUNDREDFOLD;
    }

    private static boolean isUnusual(SchedulerSubject scheduler) {
        boolean isUnusual = Limit.isAbove(end(scheduler), HALF) || Limit.isBelow(end(scheduler), THOUSANDTH);
        return isUnusual && scheduler.stage().placed().stepsInForce() > 1;
    }

    private static boolean speaks(Subject subject) {
        return subject.schedulers().anyMatch(ExponentialGamma::isUnusual);
    }

    private Finding finding(Subject subject, SchedulerSubject scheduler) {
        long steps = scheduler.stage().placed().stepsInForce();
        Input tenth = DecayFixes.gammaFor(TENFOLD, steps);
        Input hundredth = DecayFixes.gammaFor(HUNDREDFOLD, steps);
        List<Fix> candidates = Stream.of(TENFOLD, HUNDREDFOLD, FIVEHUNDREDFOLD)
                .map(target -> DecayFixes.gammaFor(target, steps))
                .map(gamma -> scheduler.fix("set gamma to " + gamma, spec -> spec.with("gamma", gamma)))
                .toList();
        String message = "gamma " + scheduler.spec().input("gamma") + " leaves " + Words.percent(end(scheduler)) + " after "
                + Words.steps(steps) + "; " + tenth + " falls 10x, " + hundredth + " falls 100x";
        return finding(scheduler.where("gamma"), message)
                .about(scheduler.stage().placed().start(), scheduler.stage().placed().end())
                .with(Mend.first(subject, after -> speaks(after) || FinalLrHigh.speaks(after), candidates)
                        .or(() -> Mend.first(subject, ExponentialGamma::speaks, candidates)));
    }
}
