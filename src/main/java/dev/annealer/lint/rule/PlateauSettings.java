package dev.annealer.lint.rule;

import dev.annealer.document.Input;
import dev.annealer.document.Metric;
import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.ReduceLROnPlateau.Mode;
import dev.annealer.schedule.ReduceLROnPlateau.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Settings of a plateau that can't be meant.
final class PlateauSettings implements Rule {
    private static final About ABOUT = new About(
            "plateau-settings",
            Severity.WARNING,
            "A plateau's mode does not fit its metric, its min_lr leaves no room, or its patience is longer than a third of"
                    + " the run.",
            "With the wrong mode every improvement counts against the metric. A min_lr at or above the rate makes every"
                    + " reduction an empty one. A patience of more than a third of the run is used up once or twice at the"
                    + " most, too late to help.");

    private static final long PARTS = 3;
    private static final long USUAL_PATIENCE = 10;
    private static final double ROOM = 1000;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.stages(SchedulerType.REDUCE_LR_ON_PLATEAU)
                .flatMap(stage -> findings(subject, stage, ((ReduceLROnPlateau) stage.scheduler()).settings()))
                .toList();
    }

    private Stream<Finding> findings(Subject subject, StageSubject stage, Settings settings) {
        return Stream.of(mode(subject, stage, settings), minLr(subject, stage, settings), patience(subject, stage, settings))
                .flatMap(Optional::stream);
    }

    private Optional<Finding> mode(Subject subject, StageSubject stage, Settings settings) {
        Metric metric = subject.document().metric();
        Optional<Mode> usual = metric == null ? Optional.empty() : MetricName.mode(metric.name());
        return usual.filter(mode -> mode != settings.mode()).map(mode -> {
            String word = mode.name().toLowerCase(Locale.ROOT);
            String better = mode == Mode.MIN ? "lower" : "higher";
            String message = "mode is " + settings.mode().name().toLowerCase(Locale.ROOT) + " but " + metric.name()
                    + " reads as a metric for which " + better + " is better";
            return finding(stage.where("mode"), message).with(set(stage, "mode", new Input(word)));
        });
    }

    private Optional<Finding> minLr(Subject subject, StageSubject stage, Settings settings) {
        return subject.schedule().groups().stream()
                .filter(group -> group.baseLr() > 0 && !Limit.isBelow(settings.minLr(), group.baseLr()))
                .min(Comparator.comparingDouble(Group::baseLr))
                .map(group -> finding(stage.where("min_lr"), "min_lr is " + Words.lr(settings.minLr()) + " and the LR "
                                + Words.lr(group.baseLr()) + ": no reduction can lower it")
                        .with(set(stage, "min_lr", Rates.of(group.baseLr() / ROOM))));
    }

    private Optional<Finding> patience(Subject subject, StageSubject stage, Settings settings) {
        if (settings.patience() <= subject.steps() / PARTS && settings.patience() * PARTS <= subject.steps()) {
            return Optional.empty();
        }
        long better = Math.max(1, Math.min(USUAL_PATIENCE, subject.steps() / 10));
        Finding finding = finding(stage.where("patience"), "patience is " + settings.patience() + ", more than a third of the "
                + Words.steps(subject.steps()) + " of the run");
        return Optional.of(better * PARTS > subject.steps()
                ? finding
                : finding.with(set(stage, "patience", Input.of(better))));
    }

    private static Fix set(StageSubject stage, String parameter, Input value) {
        return Fix.ofScheduler("set " + parameter + " to " + value, stage.index(), spec -> spec.with(parameter, value));
    }
}
