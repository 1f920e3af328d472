package dev.annealer.lint.rule;

import dev.annealer.document.Place;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Profile;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import java.util.List;
import java.util.OptionalDouble;

/// A rate that washes trained weights away.
final class HighLrFineTuning implements Rule {
    private static final About ABOUT = new About(
            "high-lr-fine-tuning",
            Severity.WARNING,
            "Training goes on from pretrained weights with an Adam-like optimizer, and every group's learning rate is above"
                    + " 1e-4.",
            "Adam moves every weight by about the learning rate at each step, however small its gradient. Above 1e-4 a few"
                    + " hundred steps undo what pretraining has found. 1e-5 to 5e-5 is usual for pretrained layers; a new"
                    + " head may be faster in a group of its own.");

    private static final double HIGH = 1e-4;
    private static final double USUAL = 5e-5;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        OptionalDouble lowest = subject.profiles().stream()
                .mapToDouble(Profile::peak)
                .filter(peak -> peak > 0)
                .min();
        boolean isMistake = subject.isFromPretrained()
                && subject.isAdamLike()
                && lowest.isPresent()
                && Limit.isAbove(lowest.getAsDouble(), HIGH);
        if (!isMistake) {
            return List.of();
        }
        double peak = lowest.getAsDouble();
        String who = subject.profiles().size() == 1 ? "the LR peaks at " : "every group's LR peaks at or above ";
        Place where = subject.document().optimizer().groups().isEmpty()
                ? Place.OPTIMIZER.at("lr")
                : Place.OPTIMIZER.at("param_groups");
        return List.of(finding(where, who + Words.lr(peak) + " with " + subject.document().optimizer().type()
                        + ", though the weights are pretrained; 1e-5 to 5e-5 is usual")
                .with(new Fix("lower all rates to a peak of " + Words.lr(USUAL), document ->
                        Rates.scaled(document, USUAL / peak))));
    }
}
