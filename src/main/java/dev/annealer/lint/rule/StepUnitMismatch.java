package dev.annealer.lint.rule;

import dev.annealer.document.Document;
import dev.annealer.document.Place;
import dev.annealer.document.StepUnit;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import dev.annealer.lint.rule.UnitReading.Misread;
import dev.annealer.schedule.StepUnitConversion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A schedule counted in epochs that steps once a batch, or the other way round.
final class StepUnitMismatch implements Rule {
    private static final About ABOUT = new About(
            "step-unit-mismatch",
            Severity.ERROR,
            "The schedule is sized in the other unit than the one it steps in.",
            "PyTorch's schedulers count calls of step(), whatever they are. A T_max of 100 means 100 epochs only where step()"
                    + " is called once an epoch; called once a batch, the decay is over before the first epoch is. A schedule"
                    + " sized in batches and stepped once an epoch hardly gets off its start. Step in the unit that the"
                    + " numbers are in, or convert them.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        List<Misread> misread = UnitReading.of(subject);
        return misread.stream()
                .map(reading -> finding(reading.where(), message(subject, reading))
                        .about(reading.floor() < subject.steps() ? reading.floor() : 0, subject.steps())
                        .with(fix(subject)))
                .toList();
    }

    @Override
    public Set<String> silences() {
        return Set.of("horizon-mismatch");
    }

    @Override
    public boolean explains(Place mine, Place theirs) {
        return mine.equals(theirs);
    }

    private static String message(Subject subject, Misread reading) {
        StepUnit stepOn = subject.run().stepOn();
        String written = stepOn == StepUnit.BATCH ? "epochs" : "batches";
        String unit = stepOn == StepUnit.BATCH ? "a batch" : "an epoch";
        int group = subject.profile().group();
        String start = reading.what() + " counts " + written + ", but the scheduler steps once " + unit + ": ";
        if (reading.floor() < subject.steps()) {
            double floor = subject.schedule().at(reading.floor(), group);
            return start + "the LR hits its floor, " + Words.lr(floor) + ", at step " + reading.floor() + " of "
                    + subject.steps() + epoch(subject, reading.floor());
        }
        return start + "its floor lies at step " + reading.floor() + " of a run of " + subject.steps()
                + ", which ends at an LR of " + Words.lr(subject.profile().last());
    }

    private static String epoch(Subject subject, long step) {
        return ", in epoch " + ((long) subject.inEpochs(step).orElse(0) + 1);
    }

    private static boolean speaks(Subject subject) {
        return !UnitReading.of(subject).isEmpty();
    }

    /// An error is worth mending even where the schedule then has others.
    private static Optional<Fix> fix(Subject subject) {
        List<Fix> candidates = candidates(subject);
        return Mend.cleanly(subject, StepUnitMismatch::speaks, candidates)
                .or(() -> Mend.first(subject, StepUnitMismatch::speaks, candidates));
    }

    private static List<Fix> candidates(Subject subject) {
        StepUnit now = subject.run().stepOn();
        StepUnit other = now == StepUnit.BATCH ? StepUnit.EPOCH : StepUnit.BATCH;
        String unit = other == StepUnit.BATCH ? "batch" : "epoch";
        return List.of(
                new Fix("step once " + (other == StepUnit.BATCH ? "a " : "an ") + unit, document -> stepping(document, other)),
                new Fix("let the horizons follow their stages", UnitReading::withoutHorizons),
                new Fix("convert the numbers to " + (now == StepUnit.BATCH ? "batches" : "epochs"), document ->
                        StepUnitConversion.convert(stepping(document, other), now)));
    }

    private static Document stepping(Document document, StepUnit unit) {
        return document.withSchedule(document.schedule().withStepOn(unit));
    }
}
