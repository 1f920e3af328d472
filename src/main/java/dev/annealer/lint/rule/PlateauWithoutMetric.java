package dev.annealer.lint.rule;

import dev.annealer.document.Metric;
import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.ReduceLROnPlateau;
import java.util.List;

/// A plateau that has nothing to look at.
final class PlateauWithoutMetric implements Rule {
    private static final About ABOUT = new About(
            "plateau-without-metric",
            Severity.WARNING,
            "ReduceLROnPlateau has no metric to run on.",
            "ReduceLROnPlateau changes the rate by what step(metric) is told. Without a series the dry run is flat and says"
                    + " nothing about the training; and a training loop that forgets the metric stops with an error. Import a"
                    + " log's validation metric to see what the scheduler would have done.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.stages(SchedulerType.REDUCE_LR_ON_PLATEAU)
                .filter(stage -> stage.scheduler() instanceof ReduceLROnPlateau plateau && plateau.metric().size() == 0)
                .map(stage -> finding(stage.where(), message(subject, stage)).about(stage))
                .toList();
    }

    private static String message(Subject subject, StageSubject stage) {
        Metric metric = subject.document().metric();
        return metric == null || metric.values().size() == 0
                ? "there is no metric to run the plateau on: the dry run is flat"
                : metric.name() + " has " + metric.values().size() + " values and the plateau starts at step "
                        + stage.placed().start() + ": the dry run is flat";
    }
}
