package dev.annealer.lint.rule;

import dev.annealer.document.Architecture;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import java.util.List;
import java.util.Set;

/// A transformer that meets its full learning rate with its random weights.
final class TransformerWithoutWarmup implements Rule {
    private static final About ABOUT = new About(
            "transformer-without-warmup",
            Severity.ERROR,
            "A transformer is trained from scratch and its learning rate starts at its peak.",
            "Attention layers with random weights have large, uneven gradients, and Adam's running averages know nothing yet: at"
                    + " full rate the first updates throw the weights far off, and the loss diverges or settles at a worse"
                    + " place. Every published recipe of a transformer rises to its peak, over 5 to 20 epochs or 5 to 10 % of"
                    + " the run.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Set<String> silences() {
        return Set.of("large-batch-without-warmup", "high-lr-without-warmup");
    }

    @Override
    public List<Finding> check(Subject subject) {
        if (!subject.isTransformer() || subject.isFromPretrained() || !subject.profile().startsAtPeak()) {
            return List.of();
        }
        String kind = subject.architecture().map(Architecture::key).orElseThrow().replace('_', ' ');
        String message = "the LR of this " + kind + " starts at its peak, " + Words.lr(subject.profile().peak())
                + ", with random weights: it needs a warmup";
        return List.of(finding(subject.stages().getFirst().where(), message)
                .about(0, 1)
                .with(new WarmupFix(subject).fix()));
    }
}
