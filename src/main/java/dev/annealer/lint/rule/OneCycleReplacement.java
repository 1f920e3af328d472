package dev.annealer.lint.rule;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.ScheduleSpec;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.OneCycleLR;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A warmup and a cosine in the place of a OneCycleLR that is alone, with the same peak.
final class OneCycleReplacement {
    private final Subject subject;

    OneCycleReplacement(Subject subject) {
        this.subject = subject;
    }

    /// Empty where other stages stand beside it, or the run has no room for a warmup.
    Optional<Fix> fix() {
        long warmup = WarmupFix.usualSteps(subject);
        return subject.onlyStage()
                .filter(stage -> subject.steps() > warmup && stage.scheduler() instanceof OneCycleLR)
                .map(stage -> new Fix("use a warmup and a cosine", document ->
                        replaced(document, ((OneCycleLR) stage.scheduler()).maxLr(), warmup)));
    }

    private static Document replaced(Document document, List<Double> peaks, long warmup) {
        ScheduleSpec schedule = document.schedule();
        var stages = new ArrayList<Stage>(schedule.stages().stream().filter(stage -> !stage.enabled()).toList());
        stages.add(new Stage(WarmupFix.warmup(1), Input.of(warmup)));
        stages.add(new Stage(SchedulerSpec.of(SchedulerType.COSINE_ANNEALING_LR), Input.NONE));
        return document.withOptimizer(withPeaks(document.optimizer(), peaks)).withSchedule(schedule.withStages(stages));
    }

    /// OneCycleLR ignores the base learning rates; what comes after it starts from them.
    private static Optimizer withPeaks(Optimizer optimizer, List<Double> peaks) {
        var groups = new ArrayList<ParamGroup>();
        for (ParamGroup group : optimizer.groups()) {
            groups.add(group.withLr(Rates.of(peaks.get(groups.size()))));
        }
        return optimizer.withLr(Rates.of(peaks.getFirst())).withGroups(groups);
    }
}
