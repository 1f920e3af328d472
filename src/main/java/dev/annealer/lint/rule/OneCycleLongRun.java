package dev.annealer.lint.rule;

import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import java.util.List;
import java.util.Optional;

/// OneCycleLR over many epochs.
final class OneCycleLongRun implements Rule {
    private static final About ABOUT = new About(
            "onecycle-long-run",
            Severity.WARNING,
            "OneCycleLR runs over more than 30 epochs, or more than 50.",
            "One cycle buys speed with a very high peak, and pays off in 10 to 30 epochs. Over a long run most of the time is"
                    + " spent near that peak, where little is refined. A short warmup and a cosine use the same epochs"
                    + " better.");

    private static final double LONG = 30;
    private static final double VERY_LONG = 50;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.stages(SchedulerType.ONE_CYCLE_LR)
                .flatMap(stage -> finding(subject, stage).stream())
                .toList();
    }

    private Optional<Finding> finding(Subject subject, StageSubject stage) {
        double epochs = subject.inEpochs(stage.placed().stepsInForce()).orElse(0);
        if (epochs <= LONG) {
            return Optional.empty();
        }
        String message = stage.title() + " takes " + Words.epochs(epochs) + "; one cycle is made for 10 to 30";
        return Optional.of(finding(epochs > VERY_LONG ? Severity.WARNING : Severity.INFO, stage.where(), message)
                .about(stage)
                .with(new OneCycleReplacement(subject).fix()));
    }
}
