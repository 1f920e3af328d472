package dev.annealer.lint.rule;

import dev.annealer.document.Architecture;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Place;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import java.util.List;
import java.util.Optional;

/// A rate that was not scaled with the batch.
final class LinearScaling implements Rule {
    private static final About ABOUT = new About(
            "linear-scaling",
            Severity.INFO,
            "An SGD CNN's learning rate is not 0.1 x batch / 256 within a factor of 2.",
            "0.1 for a batch of 256 is where SGD on CNNs settled; twice the batch makes half as many steps, each twice as"
                    + " sure, so the rate goes up in proportion. A rate that stayed behind trains too slowly, one that ran"
                    + " ahead may diverge.");

    private static final double BASE = 0.1;
    private static final double BASE_BATCH = 256;
    private static final double WITHIN = 2;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        Optional<KnownOptimizer> optimizer = KnownOptimizer.named(subject.document().optimizer().type());
        boolean applies = optimizer.filter(KnownOptimizer.SGD::equals).isPresent()
                && subject.architecture().filter(Architecture.CNN::equals).isPresent()
                && !subject.isFromPretrained()
                && subject.batchSize().isPresent();
        double peak = subject.profile().peak();
        double expected = BASE * subject.batchSize().orElse(0) / BASE_BATCH;
        if (!applies || peak == 0 || !Limit.isAbove(peak, expected * WITHIN) && !Limit.isBelow(peak, expected / WITHIN)) {
            return List.of();
        }
        String message = "the LR peaks at " + Words.lr(peak) + " for a batch of " + subject.batchSize().getAsLong()
                + "; 0.1 for 256 scales to " + Words.lr(expected);
        return List.of(finding(Place.OPTIMIZER.at("lr"), message)
                .with(new Fix("scale all rates to a peak of " + Words.lr(expected), document ->
                        Rates.scaled(document, expected / peak))));
    }
}
