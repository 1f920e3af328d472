package dev.annealer.lint.rule;

import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import java.util.List;

/// A long run at one learning rate.
final class ConstantLrLongRun implements Rule {
    private static final About ABOUT = new About(
            "constant-lr-long-run",
            Severity.WARNING,
            "The run has more than 30 epochs and nothing changes the learning rate.",
            "A rate that is high enough to get somewhere is too high to settle: without a decay a long run typically leaves 2"
                    + " to 5 % of accuracy on the table. A cosine needs no tuning. Reinforcement learning is an exception,"
                    + " there a constant rate is usual.");

    private static final long LONG = 30;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        if (!subject.lastsLongerThan(LONG) || !mayBeJudged(subject) || !isConstant(subject) || subject.profile().peak() == 0) {
            return List.of();
        }
        String message = "the LR is " + Words.lr(subject.profile().peak()) + " for all " + subject.epochs().getAsLong()
                + " epochs; nothing changes it";
        return List.of(finding(subject.lastStage().where(), message)
                .about(0, subject.steps())
                .with(new Fix("use a cosine", document -> cosine(document, subject))));
    }

    private static boolean mayBeJudged(Subject subject) {
        boolean hasPlateau = subject.stages(SchedulerType.REDUCE_LR_ON_PLATEAU).findAny().isPresent();
        return !hasPlateau && subject.architecture().filter(Architecture.REINFORCEMENT_LEARNING::equals).isEmpty();
    }

    private static boolean isConstant(Subject subject) {
        return subject.profiles().stream().allMatch(profile -> {
            double least = subject.schedule().extremes(0, subject.steps(), profile.group()).min();
            return !Limit.isAbove(profile.peak(), least);
        });
    }

    /// From the learning rate that there is, in the place of all stages.
    private static Document cosine(Document document, Subject subject) {
        double base = subject.schedule().groups().get(subject.profile().group()).baseLr();
        double factor = base > 0 ? subject.profile().peak() / base : 1;
        Document scaled = factor == 1
                ? document
                : document.withOptimizer(Rates.scaledBase(document.optimizer(), factor));
        var cosine = new Stage(SchedulerSpec.of(SchedulerType.COSINE_ANNEALING_LR), Input.NONE);
        return scaled.withSchedule(scaled.schedule().withStages(List.of(cosine)));
    }
}
