package dev.annealer.lint.rule;

import dev.annealer.document.Document;
import dev.annealer.document.Place;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.lint.SchedulerSubject.Horizon;
import dev.annealer.lint.SchedulerSubject;
import dev.annealer.lint.StageSubject;
import dev.annealer.lint.Subject;
import dev.annealer.schedule.ConstantLR;
import dev.annealer.schedule.LinearLR;
import dev.annealer.schedule.MultiStepLR;
import dev.annealer.schedule.StepLR;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Numbers of a schedule that make sense in epochs where it steps once a batch, or in batches where it steps once an epoch.
final class UnitReading {
    /// Below this factor a staircase has come down for good.
    private static final double NOTHING_LEFT = 1e-8;

    /// @param what the parameter and its value: `T_max 100`
    /// @param floor the scheduler step at which the decay is over
    record Misread(Place where, String what, long floor) {}

    private final Subject subject;
    private final long epochs;
    private final long stepsPerEpoch;

    private UnitReading(Subject subject, long epochs, long stepsPerEpoch) {
        this.subject = subject;
        this.epochs = epochs;
        this.stepsPerEpoch = stepsPerEpoch;
    }

    /// Empty where the run has no epochs, or it is not known how many steps an epoch has.
    static List<Misread> of(Subject subject) {
        OptionalLong stepsPerEpoch = subject.document().training().stepsPerEpoch().count();
        boolean known = subject.epochs().isPresent() && stepsPerEpoch.isPresent();
        if (!known || subject.epochs().getAsLong() < 2 || stepsPerEpoch.getAsLong() < 2) {
            return List.of();
        }
        return new UnitReading(subject, subject.epochs().getAsLong(), stepsPerEpoch.getAsLong()).all();
    }

    private List<Misread> all() {
        var found = new ArrayList<Misread>();
        for (StageSubject stage : subject.stages()) {
            for (SchedulerSubject scheduler : stage.schedulers()) {
                misread(scheduler).ifPresent(found::add);
            }
        }
        if (found.isEmpty()) {
            lengths().ifPresent(found::add);
        }
        return found;
    }

    private Optional<Misread> misread(SchedulerSubject scheduler) {
        return switch (scheduler.scheduler()) {
            case StepLR(long stepSize, double gamma) -> stepSize(scheduler, stepSize, gamma);
            case MultiStepLR(List<Long> milestones, double gamma) -> milestones(scheduler, milestones, gamma);
            default -> scheduler.horizon().filter(horizon -> isMisread(scheduler, horizon)).map(horizon -> new Misread(
                    scheduler.where(horizon.parameter()),
                    horizon.parameter() + " " + horizon.steps(),
                    scheduler.stage().placed().start() + horizon.steps()));
        };
    }

    private boolean isMisread(SchedulerSubject scheduler, Horizon horizon) {
        long steps = horizon.steps();
        long length = scheduler.stage().placed().length();
        if (steps == length) {
            return false;
        }
        boolean isWholeRun = length == subject.steps();
        long lengthInOther = stepsPerBatch() ? Math.round((double) length / stepsPerEpoch) : length * stepsPerEpoch;
        if (isRamp(scheduler)) {
            return steps == lengthInOther && !isWholeRun;
        }
        long run = stepsPerBatch() ? epochs : epochs * stepsPerEpoch;
        return steps == run || steps == lengthInOther || steps == run - lengthsBefore(scheduler.stage());
    }

    private boolean stepsPerBatch() {
        return subject.run().stepOn() == StepUnit.BATCH;
    }

    /// A rise says nothing about the run's length.
    private static boolean isRamp(SchedulerSubject scheduler) {
        return switch (scheduler.scheduler()) {
            case LinearLR linear -> linear.endFactor() >= linear.startFactor();
            case ConstantLR _ -> true;
            default -> false;
        };
    }

    /// The stages before this one, in the unit that their own numbers are in.
    private long lengthsBefore(StageSubject stage) {
        return subject.stages().stream()
                .takeWhile(before -> before.index() < stage.index())
                .mapToLong(before -> before.stage().length().count().orElse(0))
                .sum();
    }

    private Optional<Misread> stepSize(SchedulerSubject scheduler, long stepSize, double gamma) {
        long length = scheduler.stage().placed().stepsInForce();
        double left = Math.pow(gamma, (double) (length / stepSize));
        boolean inEpochs = stepsPerBatch() && stepSize <= epochs && gamma < 1 && left < NOTHING_LEFT;
        boolean inBatches = !stepsPerBatch()
                && stepSize > length
                && stepSize % stepsPerEpoch == 0
                && stepSize <= epochs * stepsPerEpoch;
        double drops = gamma == 0 ? 1 : Math.ceil(Math.log(NOTHING_LEFT) / Math.log(gamma));
        long floor = inEpochs ? (long) drops * stepSize : stepSize;
        return found(inEpochs || inBatches, scheduler, "step_size", String.valueOf(stepSize), floor);
    }

    private Optional<Misread> milestones(SchedulerSubject scheduler, List<Long> milestones, double gamma) {
        if (milestones.isEmpty() || gamma >= 1) {
            return Optional.empty();
        }
        long length = scheduler.stage().placed().stepsInForce();
        long last = milestones.getLast();
        boolean inEpochs = stepsPerBatch() && last < epochs && last > 0;
        boolean inBatches = !stepsPerBatch() && milestones.getFirst() > length && last <= epochs * stepsPerEpoch;
        return found(inEpochs || inBatches, scheduler, "milestones", milestones.toString(), last);
    }

    private static Optional<Misread> found(
            boolean isMisread, SchedulerSubject scheduler, String parameter, String value, long floor) {
        return isMisread
                ? Optional.of(new Misread(
                        scheduler.where(parameter),
                        parameter + " " + value,
                        scheduler.stage().placed().start() + floor))
                : Optional.empty();
    }

    /// Plain lengths that add up to the run in the other unit.
    private Optional<Misread> lengths() {
        boolean allPlain = subject.stages().stream()
                .allMatch(stage -> stage.stage().length().count().isPresent());
        long sum = subject.stages().stream().mapToLong(stage -> stage.placed().length()).sum();
        long run = stepsPerBatch() ? epochs : epochs * stepsPerEpoch;
        return allPlain && sum == run && sum != subject.steps()
                ? Optional.of(new Misread(new Place("schedule.step_on"), "the stages' lengths, together " + sum + ",", sum))
                : Optional.empty();
    }

    /// Every horizon that is given follows its stage.
    static Document withoutHorizons(Document document) {
        List<Stage> stages = document.schedule().stages().stream().map(Resized::withoutHorizon).toList();
        return document.withSchedule(document.schedule().withStages(stages));
    }
}
