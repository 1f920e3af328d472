package dev.annealer.lint.rule;

import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import java.util.List;

/// OneCycleLR for a model that may not bear it.
final class OneCycleSensitiveModel implements Rule {
    private static final About ABOUT = new About(
            "onecycle-sensitive-model",
            Severity.INFO,
            "OneCycleLR trains a transformer, or a model of more than 100 million parameters.",
            "Large models and attention layers are sensitive to fast changes of a high learning rate; one cycle is both. A"
                    + " warmup and a cosine reach the same end more safely.");

    private static final long MILLION = 1_000_000;
    private static final long LARGE = 100 * MILLION;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        long parameters = subject.parameters().orElse(0);
        boolean isLarge = parameters > LARGE;
        if (!isLarge && !subject.isTransformer()) {
            return List.of();
        }
        String model = isLarge ? "a model of " + parameters / MILLION + " million parameters" : "a transformer";
        return subject.stages(SchedulerType.ONE_CYCLE_LR)
                .map(stage -> finding(stage.where(), stage.title() + " trains " + model + ", which may not bear its peak")
                        .about(stage)
                        .with(new OneCycleReplacement(subject).fix()))
                .toList();
    }
}
