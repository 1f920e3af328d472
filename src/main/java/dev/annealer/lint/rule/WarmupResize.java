package dev.annealer.lint.rule;

import dev.annealer.document.Document;
import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Fix;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import java.util.ArrayList;
import java.util.Optional;

/// Gives a warmup stage another length, at the cost of the stage after it.
final class WarmupResize {
    private WarmupResize() {}

    /// Empty where the warmup is no `LinearLR` of its own, or the next stage is too short.
    static Optional<Fix> to(Subject subject, long steps) {
        if (subject.stages().size() < 2) {
            return Optional.empty();
        }
        StageSubject warmup = subject.stages().get(0);
        StageSubject next = subject.stages().get(1);
        long growth = steps - warmup.placed().length();
        boolean isOwnStage = warmup.is(SchedulerType.LINEAR_LR)
                && subject.profile().warmup().filter(rise -> rise.end() == warmup.placed().length()).isPresent();
        return isOwnStage && steps >= 1 && growth != 0 && next.placed().stepsInForce() > growth
                ? Optional.of(new Fix("make the warmup " + Words.steps(steps), document ->
                        resized(document, warmup, next, growth)))
                : Optional.empty();
    }

    private static Document resized(Document document, StageSubject warmup, StageSubject next, long growth) {
        var stages = new ArrayList<>(document.schedule().stages());
        long length = warmup.placed().length();
        stages.set(warmup.index(), Resized.to(stages.get(warmup.index()), length, length + growth));
        stages.set(next.index(), Resized.later(stages.get(next.index()), next.placed().length(), growth));
        return document.withSchedule(document.schedule().withStages(stages));
    }
}
