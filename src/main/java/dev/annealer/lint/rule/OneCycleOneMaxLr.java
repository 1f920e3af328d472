package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.Group;
import java.util.List;
import java.util.stream.Collectors;

/// One peak for param groups that are meant to differ.
final class OneCycleOneMaxLr implements Rule {
    private static final About ABOUT = new About(
            "onecycle-one-max-lr",
            Severity.WARNING,
            "There are several param groups with learning rates of their own, and OneCycleLR has one max_lr for all.",
            "OneCycleLR ignores the groups' own learning rates. With one max_lr a pretrained backbone is trained as fast as"
                    + " the new head. Give max_lr a list with one peak for each group.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return ratesDiffer(subject)
                ? subject.stages(SchedulerType.ONE_CYCLE_LR)
                        .filter(stage -> stage.spec().values().get("max_lr") instanceof Input)
                        .map(stage -> finding(subject, stage))
                        .toList()
                : List.of();
    }

    private static boolean ratesDiffer(Subject subject) {
        return subject.schedule().groups().stream().mapToDouble(Group::baseLr).distinct().count() > 1;
    }

    private Finding finding(Subject subject, StageSubject stage) {
        List<Group> groups = subject.schedule().groups();
        String own = groups.stream()
                .map(group -> group.name() + " " + Words.lr(group.baseLr()))
                .collect(Collectors.joining(", "));
        String message = "one max_lr, " + stage.spec().input("max_lr") + ", for " + groups.size() + " param groups (" + own
                + "): their ratio is lost";
        return finding(stage.where("max_lr"), message)
                .with(Fix.ofScheduler("give each group its max_lr", stage.index(), spec ->
                        spec.with("max_lr", eachItsOwn(groups, spec.input("max_lr").number().orElseThrow()))));
    }

    /// The fastest group gets `maxLr`; the others keep their ratio to it.
    private static Value.Inputs eachItsOwn(List<Group> groups, double maxLr) {
        double fastest = groups.stream().mapToDouble(Group::baseLr).max().orElseThrow();
        return new Value.Inputs(groups.stream()
                .map(group -> Rates.of(group.baseLr() == 0 ? maxLr : maxLr * group.baseLr() / fastest))
                .toList());
    }
}
