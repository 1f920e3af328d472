package dev.annealer.lint.rule;

import dev.annealer.document.LrFinderRecord;
import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.OneCycleLR;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A peak of OneCycleLR that nobody has measured.
final class OneCycleUntuned implements Rule {
    private static final About ABOUT = new About(
            "onecycle-untuned",
            Severity.WARNING,
            "OneCycleLR's max_lr comes from no LR finder, or lies outside 5 to 10 times what it picked.",
            "One cycle lives at the edge of what the model bears, so it forgives a wrong peak less than any other schedule:"
                    + " twice too high diverges, a tenth is slow. An LR range test takes minutes; 5 to 10 times the rate of"
                    + " its steepest descent is the peak to use. fastai's published one-cycle schedules raise this, too: their"
                    + " rates stand for what lr_find gives.");

    private static final double LEAST = 5;
    private static final double MOST = 10;

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
        double maxLr = maxLr(stage);
        LrFinderRecord record = subject.document().lrFinder();
        OptionalDouble pick = record == null ? OptionalDouble.empty() : record.lr().number();
        if (pick.isEmpty() || pick.getAsDouble() <= 0) {
            return Optional.of(finding(
                    stage.where("max_lr"),
                    "max_lr " + Words.lr(maxLr) + " comes from no LR finder: OneCycleLR is sensitive to its peak"));
        }
        double ratio = maxLr / pick.getAsDouble();
        if (!Limit.isAbove(ratio, MOST) && !Limit.isBelow(ratio, LEAST)) {
            return Optional.empty();
        }
        double factor = ratio > MOST ? MOST : LEAST;
        double better = pick.getAsDouble() * factor;
        String message = "max_lr " + Words.lr(maxLr) + " is " + Words.times(ratio) + " the LR finder's pick of "
                + Words.lr(pick.getAsDouble()) + "; 5x to 10x is usual";
        return Optional.of(finding(stage.where("max_lr"), message)
                .with(Fix.ofScheduler("set max_lr to " + Words.lr(better), stage.index(), spec ->
                        spec.with("max_lr", Rates.times(spec.values().get("max_lr"), better / maxLr)))));
    }

    private static double maxLr(StageSubject stage) {
        return stage.scheduler() instanceof OneCycleLR oneCycle ? Collections.max(oneCycle.maxLr()) : 0;
    }
}
