package dev.annealer.lint.rule;

import dev.annealer.document.Document;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Subject;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds out which edit mends a mistake, by trying.
final class Mend {
    /// What an edit should not break while it mends something else.
    private static final List<Predicate<Subject>> MISTAKES = List.of(
            speaks(new HorizonMismatch()),
            speaks(new ScheduleLength()),
            speaks(new OneCyclePerEpoch()),
            speaks(new Jump()),
            speaks(new Unreachable()),
            FinalLrHigh::speaks);

    private static final long MOST_TO_EVALUATE = 200_000;

    private Mend() {}

    /// The first of `candidates` after which the document compiles and `speaks` no longer holds.
    static Optional<Fix> first(Subject subject, Predicate<Subject> speaks, List<Fix> candidates) {
        return candidates.stream().filter(fix -> mends(subject.document(), fix, speaks)).findFirst();
    }

    /// The same, of those that make no mistake that was not there.
    static Optional<Fix> cleanly(Subject subject, Predicate<Subject> speaks, List<Fix> candidates) {
        List<Predicate<Subject>> notMadeYet =
                MISTAKES.stream().filter(mistake -> !mistake.test(subject)).toList();
        Predicate<Subject> speaksOrBreaks = after -> speaks.test(after)
                || notMadeYet.stream().anyMatch(mistake -> mistake.test(after));
        return first(subject, speaksOrBreaks, candidates);
    }

    private static Predicate<Subject> speaks(Rule rule) {
        return subject -> !rule.check(subject).isEmpty();
    }

    /// Whether every stage has learning rates: where there is no closed form, a run is gone through as far as that takes no time.
    private static boolean isKnown(Schedule schedule) {
        if (schedule.stepsToEvaluate() <= MOST_TO_EVALUATE && !schedule.evaluate(Progress.NONE).isEmpty()) {
            return false;
        }
        return schedule.stages().stream()
                .filter(PlacedStage::isInForce)
                .noneMatch(stage -> Double.isNaN(schedule.at(stage.start(), 0)));
    }

    private static boolean mends(Document document, Fix fix, Predicate<Subject> speaks) {
        Document next = fix.edit().apply(document);
        return ScheduleCompiler.compile(next)
                .compiled()
                .filter(schedule -> isKnown(schedule) && !speaks.test(new Subject(next, schedule)))
                .isPresent();
    }
}
