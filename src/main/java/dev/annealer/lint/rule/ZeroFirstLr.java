package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.Place;
import dev.annealer.document.StepUnit;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Profile;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import java.util.List;
import java.util.Optional;

/// The first optimizer step changes nothing.
final class ZeroFirstLr implements Rule {
    /// Where a warmup usually starts, as a share of the peak.
    private static final double START = 0.01;

    private static final About ABOUT = new About(
            "zero-first-lr",
            Severity.WARNING,
            "The learning rate of the first step is 0.",
            "A scheduler's value is in force before its first step() is called, so a warmup that starts at exactly 0 spends its"
                    + " first step, or its whole first epoch, without learning anything. Start a little above: count from"
                    + " step + 1, or from 1 % of the peak.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.profiles().stream()
                .filter(profile -> profile.first() == 0 && (profile.peak() > 0 || subject.profile().peak() == 0))
                .limit(1)
                .map(profile -> finding(subject, profile))
                .toList();
    }

    private Finding finding(Subject subject, Profile profile) {
        StageSubject first = subject.stages().getFirst();
        if (profile.peak() == 0) {
            return finding(Place.OPTIMIZER.at("lr"), "the LR is 0 at every step: nothing is trained").about(0, subject.steps());
        }
        String next = Words.lr(subject.schedule().at(1, profile.group()));
        String message = "the LR of the first step is 0" + unit(subject) + "; it is " + next + " at step 1";
        return finding(where(first), message).about(0, 1).with(fix(subject, first, profile));
    }

    private static String unit(Subject subject) {
        return subject.run().stepOn() == StepUnit.EPOCH ? ", so the whole first epoch trains nothing" : ", so it trains nothing";
    }

    private static Place where(StageSubject stage) {
        return switch (stage.type()) {
            case LAMBDA_LR -> stage.where().at("lr_lambda");
            case CYCLIC_LR -> stage.where().at("base_lr");
            case CONSTANT_LR -> stage.where().at("factor");
            default -> stage.where();
        };
    }

    private static Optional<Fix> fix(Subject subject, StageSubject stage, Profile profile) {
        return switch (stage.type()) {
            case LAMBDA_LR -> Optional.of(ofLambda(subject, stage, profile));
            case CYCLIC_LR -> Optional.of(set(stage, "base_lr", START * profile.peak()));
            case CONSTANT_LR -> Optional.of(set(stage, "factor", START));
            default -> Optional.empty();
        };
    }

    private static Fix set(StageSubject stage, String parameter, double value) {
        return Fix.ofScheduler(
                "start at " + Words.lr(value) + " (" + parameter + ")",
                stage.index(),
                spec -> spec.with(parameter, Input.of(value)));
    }

    /// Step 0 alone gets another value: half of step 1's, where that is one.
    private static Fix ofLambda(Subject subject, StageSubject stage, Profile profile) {
        double base = subject.schedule().groups().get(profile.group()).baseLr();
        double next = subject.schedule().at(1, profile.group()) / base;
        double start = next > 0 ? next / 2 : START * profile.peak() / base;
        String prefix = Numbers.format(start) + " if step == 0 else ";
        return Fix.ofScheduler(
                "start at " + Words.lr(start * base),
                stage.index(),
                spec -> spec.with("lr_lambda", new Input(prefix + "(" + spec.input("lr_lambda") + ")")));
    }
}
