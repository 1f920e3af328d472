package dev.annealer.lint.rule;

import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import dev.annealer.lint.Warmup;
import java.util.List;
import java.util.Optional;

/// A large batch, whose learning rate is large too, met with random weights.
final class LargeBatchWithoutWarmup implements Rule {
    private static final About ABOUT = new About(
            "large-batch-without-warmup",
            Severity.ERROR,
            "The batch is larger than 512 and there is no warmup, or larger than 4096 and the warmup is shorter than 10"
                    + " epochs.",
            "A large batch is trained with a learning rate that was scaled up with it. Early on, when the loss surface"
                    + " changes quickly from step to step, that rate throws the weights off, and the run diverges or stays"
                    + " behind the small batch for good. Rise to it over 5 to 10 epochs, above 4096 over 10 to 20. A run of"
                    + " fewer than 20 epochs does with a tenth of them.");

    private static final long LARGE = 512;
    private static final long SEVERE = 1024;
    private static final long HUGE = 4096;
    private static final long WARMUP = 5;
    private static final long LONG_WARMUP = 10;
    private static final long SHORT_RUN = 20;
    private static final double SHARE_OF_SHORT_RUN = 0.1;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        long batch = subject.batchSize().orElse(0);
        Optional<Warmup> warmup = subject.profile().warmup();
        if (batch <= LARGE) {
            return List.of();
        }
        if (warmup.isEmpty()) {
            return List.of(finding(batch, subject, "the batch is " + batch + " and the LR starts at "
                            + Words.lr(subject.profile().first()) + ", without a warmup")
                    .with(add(subject, batch)));
        }
        double enough = leastEpochs(subject);
        double epochs = subject.inEpochs(warmup.get().end()).orElse(enough);
        if (!Limit.isBelow(epochs, enough)) {
            return List.of();
        }
        return List.of(finding(batch, subject, "the batch is " + batch + " and the warmup takes " + Words.epochs(epochs)
                        + "; above " + HUGE + " it needs " + Words.epochs(enough))
                .about(0, warmup.get().end())
                .with(lengthen(subject, enough)));
    }

    private Finding finding(long batch, Subject subject, String message) {
        return finding(
                        batch > SEVERE ? Severity.ERROR : Severity.WARNING,
                        subject.stages().getFirst().where(),
                        message)
                .about(0, 1);
    }

    /// How many epochs a warmup takes at the least, where there is one; 0 where any will do.
    static double leastEpochs(Subject subject) {
        if (subject.batchSize().orElse(0) <= HUGE) {
            return 0;
        }
        return subject.lastsLongerThan(SHORT_RUN - 1) ? LONG_WARMUP : subject.epochs().orElse(0) * SHARE_OF_SHORT_RUN;
    }

    private static Optional<Fix> add(Subject subject, long batch) {
        long epochs = batch > HUGE ? LONG_WARMUP : WARMUP;
        long steps = subject.run().stepsPerEpoch().orElse(0) * epochs;
        boolean fits = steps > 0 && steps * 2 <= subject.steps();
        return (fits ? new WarmupFix(subject, steps) : new WarmupFix(subject)).fix();
    }

    private static Optional<Fix> lengthen(Subject subject, double epochs) {
        long stepsPerEpoch = subject.run().stepsPerEpoch().orElse(0);
        return WarmupResize.to(subject, (long) Math.ceil(epochs * stepsPerEpoch));
    }
}
