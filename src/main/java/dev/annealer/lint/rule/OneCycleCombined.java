package dev.annealer.lint.rule;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import java.util.ArrayList;
import java.util.List;

/// OneCycleLR as one stage of several.
final class OneCycleCombined implements Rule {
    private static final About ABOUT = new About(
            "onecycle-combined",
            Severity.WARNING,
            "OneCycleLR stands beside other stages.",
            "One cycle is a whole schedule: it has its own warmup and its own decay, and it ignores the optimizer's learning"
                    + " rate, so at the seam the rate jumps. Let it have the run to itself, or use a warmup and a cosine.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.stages().size() == 1
                ? List.of()
                : subject.stages(SchedulerType.ONE_CYCLE_LR).map(stage -> finding(subject, stage)).toList();
    }

    private Finding finding(Subject subject, StageSubject stage) {
        String message = stage.title() + " is one of " + subject.stages().size()
                + " stages; it brings its own warmup and decay and ignores the base LR";
        return finding(stage.where(), message)
                .about(stage)
                .with(new Fix("keep the OneCycleLR alone", document -> alone(document, stage)));
    }

    /// The others are kept, disabled.
    private static Document alone(Document document, StageSubject kept) {
        var stages = new ArrayList<Stage>();
        for (Stage stage : document.schedule().stages()) {
            boolean isKept = stages.size() == kept.index();
            stages.add(isKept ? wholeRun(stage) : stage.withEnabled(false));
        }
        return document.withSchedule(document.schedule().withStages(stages));
    }

    private static Stage wholeRun(Stage stage) {
        return stage.withLength(Input.NONE).withScheduler(stage.scheduler().without("total_steps"));
    }
}
