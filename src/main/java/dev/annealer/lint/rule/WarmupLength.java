package dev.annealer.lint.rule;

import dev.annealer.document.Architecture;
import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import dev.annealer.lint.Warmup;
import java.util.List;

/// A warmup that is unusually long or short.
final class WarmupLength implements Rule {
    private static final About ABOUT = new About(
            "warmup-length",
            Severity.INFO,
            "The warmup is outside 5 to 10 % of the run.",
            "Too short a warmup does not protect; too long a one spends at low rates what the decay could use. 5 to 10 % of"
                    + " the run is the rule; transformers take 5 to 20 epochs however long they train, small models 3 to 5,"
                    + " a batch above 4096 ten."
                    + " The rise of OneCycleLR and CyclicLR is no warmup in this sense and is not measured.");

    private static final double LEAST = 0.05;
    private static final double MOST = 0.10;
    private static final double HALF_STEP = 0.5;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        SchedulerType first = subject.stages().getFirst().type();
        boolean isCycle = first == SchedulerType.ONE_CYCLE_LR || first == SchedulerType.CYCLIC_LR;
        return subject.profile()
                .warmup()
                .filter(warmup -> !isCycle && !isUsual(subject, warmup))
                .map(warmup -> finding(subject, warmup))
                .stream()
                .toList();
    }

    /// A share may be half a step off: steps are whole.
    private static boolean isUsual(Subject subject, Warmup warmup) {
        boolean usualShare = warmup.end() + HALF_STEP >= LEAST * subject.steps()
                && warmup.end() - HALF_STEP <= MOST * subject.steps();
        double epochs = subject.inEpochs(warmup.end()).orElse(-1);
        double leastForBatch = LargeBatchWithoutWarmup.leastEpochs(subject);
        return usualShare
                || leastForBatch > 0 && isWithin(epochs, leastForBatch, leastForBatch)
                || subject.isTransformer() && isWithin(epochs, 5, 20)
                || subject.architecture().filter(Architecture.SMALL::equals).isPresent() && isWithin(epochs, 3, 5);
    }

    private static boolean isWithin(double value, double least, double most) {
        return !Limit.isBelow(value, least) && !Limit.isAbove(value, most);
    }

    private Finding finding(Subject subject, Warmup warmup) {
        double share = (double) warmup.end() / subject.steps();
        boolean isShort = share < LEAST;
        double leastForBatch = LargeBatchWithoutWarmup.leastEpochs(subject) * subject.run().stepsPerEpoch().orElse(0);
        long usual = Math.max(1, Math.round((isShort ? LEAST : MOST) * subject.steps()));
        String message = "the warmup takes " + Words.steps(warmup.end()) + ", " + Words.percent(share)
                + " of the run; 5 to 10 % is usual";
        return finding(subject.stages().getFirst().where(), message)
                .about(0, warmup.end())
                .with(WarmupResize.to(subject, Math.max(usual, (long) Math.ceil(leastForBatch))));
    }
}
