package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.CosineAnnealingLR;
import dev.annealer.schedule.CosineAnnealingWarmRestarts;
import dev.annealer.schedule.Group;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A floor that is high for some group.
final class EtaMinPerGroup implements Rule {
    private static final About ABOUT = new About(
            "eta-min-per-group",
            Severity.INFO,
            "An absolute eta_min is above a param group's learning rate, or more than 10 % of it.",
            "eta_min is one learning rate for all groups, not a share of each. For a slow group it may be no floor at all:"
                    + " the cosine then hardly falls, or climbs. Choose it for the slowest group.");

    private static final double MOST = 0.1;
    private static final double SHARE = 0.01;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.stages().stream()
                .filter(StageSubject::isInForce)
                .flatMap(stage -> finding(subject, stage).stream())
                .toList();
    }

    private static double etaMin(StageSubject stage) {
        return switch (stage.scheduler()) {
            case CosineAnnealingLR cosine -> cosine.etaMin();
            case CosineAnnealingWarmRestarts restarts -> restarts.etaMin();
            default -> 0;
        };
    }

    private Optional<Finding> finding(Subject subject, StageSubject stage) {
        double etaMin = etaMin(stage);
        return subject.schedule().groups().stream()
                .filter(group -> group.baseLr() > 0)
                .min(Comparator.comparingDouble(Group::baseLr))
                .filter(group -> Limit.isAbove(etaMin, MOST * group.baseLr()))
                .map(group -> {
                    Input better = Rates.of(SHARE * group.baseLr());
                    return finding(stage.where("eta_min"), message(etaMin, group))
                            .about(stage)
                            .with(Fix.ofScheduler("set eta_min to " + better, stage.index(), spec ->
                                    spec.with("eta_min", better)));
                });
    }

    private static String message(double etaMin, Group group) {
        String of = group.name().isEmpty() ? "the LR " : "the LR of " + group.name() + ", ";
        String start = "eta_min " + Words.lr(etaMin) + " is ";
        return etaMin > group.baseLr()
                ? start + "above " + of + Words.lr(group.baseLr()) + ": the cosine climbs"
                : start + Words.percent(etaMin / group.baseLr()) + " of " + of + Words.lr(group.baseLr());
    }
}
