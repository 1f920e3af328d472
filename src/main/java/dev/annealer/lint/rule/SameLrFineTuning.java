package dev.annealer.lint.rule;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.Place;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import java.util.List;
import java.util.regex.Pattern;

/// Trained and new layers at one rate.
final class SameLrFineTuning implements Rule {
    private static final About ABOUT = new About(
            "same-lr-fine-tuning",
            Severity.INFO,
            "Training goes on from pretrained weights, and every param group has the same learning rate.",
            "The layers that are trained already need small steps to keep what they know; a new head starts from random"
                    + " weights and needs large ones. Two groups, the backbone at about a tenth of the head's rate, serve"
                    + " both; the schedule moves them together.");

    private static final double RATIO = 10;
    private static final Pattern HEAD = Pattern.compile("head|classifier|(^|_)fc|decoder", Pattern.CASE_INSENSITIVE);

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        if (!speaks(subject)) {
            return List.of();
        }
        double lr = subject.profile().peak();
        int groups = subject.schedule().groups().size();
        String who = groups == 1 ? "backbone and head share one LR, " : "all " + groups + " param groups have one LR, ";
        Place where = groups == 1 ? Place.OPTIMIZER.at("lr") : Place.OPTIMIZER.at("param_groups");
        return List.of(finding(where, who + Words.lr(lr) + ", though the weights are pretrained")
                .with(Mend.cleanly(subject, SameLrFineTuning::speaks, candidates(subject))));
    }

    private static boolean speaks(Subject subject) {
        return subject.isFromPretrained()
                && subject.profiles().stream().allMatch(profile -> !Limit.isBelow(profile.peak(), subject.profile().peak()));
    }

    private static List<Fix> candidates(Subject subject) {
        return subject.schedule().groups().size() == 1
                ? List.of(new Fix("split into backbone and head", document -> split(document)))
                : List.of(new Fix("slow down all groups but the head", SameLrFineTuning::slowed));
    }

    private static Document split(Document document) {
        Optimizer optimizer = document.optimizer();
        ParamGroup head = optimizer.groups().isEmpty()
                ? new ParamGroup("head", optimizer.lr(), Input.NONE)
                : optimizer.groups().getFirst().withName("head");
        var backbone = new ParamGroup("backbone", slower(head.lr()), head.weightDecay());
        Document grouped = document.withOptimizer(optimizer.withGroups(List.of(backbone, head)));
        List<Stage> stages = grouped.schedule().stages().stream().map(SameLrFineTuning::withPeaks).toList();
        return grouped.withSchedule(grouped.schedule().withStages(stages));
    }

    /// OneCycleLR has its own rates.
    private static Stage withPeaks(Stage stage) {
        Input peak = stage.scheduler().input("max_lr");
        return stage.scheduler().type() == SchedulerType.ONE_CYCLE_LR && !peak.isBlank()
                ? stage.withScheduler(stage.scheduler().with("max_lr", new Value.Inputs(List.of(slower(peak), peak))))
                : stage;
    }

    /// Which group is the head can only be told by its name.
    private static Document slowed(Document document) {
        List<ParamGroup> groups = document.optimizer().groups().stream()
                .map(group -> HEAD.matcher(group.name()).find() ? group : group.withLr(slower(group.lr())))
                .toList();
        return document.withOptimizer(document.optimizer().withGroups(groups));
    }

    private static Input slower(Input lr) {
        return lr.number().isPresent() ? Rates.of(lr.number().getAsDouble() / RATIO) : lr;
    }
}
