package dev.annealer.lint.rule;

import dev.annealer.document.Metric;
import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.ReduceLROnPlateau;
import java.util.List;
import java.util.Objects;

/// A plateau that its own settings keep from acting.
final class PlateauNeverReduces implements Rule {
    private static final About ABOUT = new About(
            "plateau-never-reduces",
            Severity.WARNING,
            "With its metric, ReduceLROnPlateau never reduces the learning rate.",
            "A plateau that never acts is a constant rate under another name. Patience may be longer than any stretch without"
                    + " improvement, a tiny threshold may take every tremor for an improvement, the mode may look the wrong"
                    + " way, or min_lr may leave no room. A cooldown only delays a second reduction. Where the metric"
                    + " improves all along, nothing is wrong yet.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.stages(SchedulerType.REDUCE_LR_ON_PLATEAU)
                .filter(stage -> neverReduces((ReduceLROnPlateau) stage.scheduler()))
                .map(stage -> finding(subject, stage))
                .toList();
    }

    private static boolean neverReduces(ReduceLROnPlateau plateau) {
        return plateau.metric().size() > 0 && plateau.reductions().stream().allMatch(List::isEmpty);
    }

    private static boolean speaks(Subject subject) {
        return subject.stages(SchedulerType.REDUCE_LR_ON_PLATEAU)
                .anyMatch(stage -> neverReduces((ReduceLROnPlateau) stage.scheduler()));
    }

    private Finding finding(Subject subject, StageSubject stage) {
        Metric metric = Objects.requireNonNull(subject.document().metric());
        var plateau = (ReduceLROnPlateau) stage.scheduler();
        PlateauReason reason = PlateauReason.of(plateau, metric.name(), subject.schedule().groups());
        String message = Words.count(plateau.metric().size(), "value") + " of " + metric.name()
                + " never make it reduce the LR: " + reason.inWords();
        List<Fix> candidates = reason.better().stream()
                .map(value -> Fix.ofScheduler("set " + reason.parameter() + " to " + value, stage.index(), spec ->
                        spec.with(reason.parameter(), value)))
                .toList();
        return finding(stage.where(reason.parameter()), message)
                .about(stage)
                .with(Mend.first(subject, PlateauNeverReduces::speaks, candidates));
    }
}
