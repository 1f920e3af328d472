package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Rule;
import dev.annealer.lint.SchedulerSubject;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.ExponentialLR;
import java.util.List;
import java.util.Optional;
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

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.schedulers()
                .flatMap(scheduler -> scheduler.scheduler() instanceof ExponentialLR(double gamma)
                        ? finding(scheduler, gamma).stream()
                        : Stream.empty())
                .toList();
    }

    private Optional<Finding> finding(SchedulerSubject scheduler, double gamma) {
        long steps = scheduler.stage().placed().stepsInForce();
        double end = Math.pow(gamma, steps - 1);
        boolean isSlow = Limit.isAbove(end, HALF);
        if (steps < 2 || !isSlow && !Limit.isBelow(end, THOUSANDTH)) {
            return Optional.empty();
        }
        Input tenth = DecayFixes.gammaFor(TENFOLD, steps);
        Input hundredth = DecayFixes.gammaFor(HUNDREDFOLD, steps);
        Input better = isSlow ? tenth : hundredth;
        String message = "gamma " + scheduler.spec().input("gamma") + " leaves " + Words.percent(end) + " after "
                + Words.steps(steps) + "; " + tenth + " falls 10x, " + hundredth + " falls 100x";
        return Optional.of(finding(scheduler.where("gamma"), message)
                .about(scheduler.stage().placed().start(), scheduler.stage().placed().end())
                .with(scheduler.fix("set gamma to " + better, spec -> spec.with("gamma", better))));
    }
}
