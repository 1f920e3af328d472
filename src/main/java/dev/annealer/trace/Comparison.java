package dev.annealer.trace;

import dev.annealer.document.StepUnit;
import dev.annealer.schedule.Run;
import dev.annealer.schedule.Schedule;
import java.util.OptionalDouble;

/// Another schedule laid beside one, so that both are at the same place of the training: by epochs where both runs have them,
/// step by step where both step once a batch, else by the share of the run that is over.
///
/// @param steps so many scheduler steps of `schedule` last as long as …
/// @param otherSteps … so many of `other`
public record Comparison(Schedule schedule, Schedule other, long steps, long otherSteps) {
    private static final double ROUNDING = 1e-6;

    public static Comparison of(Schedule schedule, Schedule other) {
        Run run = schedule.run();
        Run against = other.run();
        if (run.stepsPerEpoch().isPresent() && against.stepsPerEpoch().isPresent()) {
            return new Comparison(schedule, other, run.stepsPerEpoch().getAsLong(), against.stepsPerEpoch().getAsLong());
        }
        boolean inBatches = run.stepOn() == StepUnit.BATCH && against.stepOn() == StepUnit.BATCH;
        return inBatches ? new Comparison(schedule, other, 1, 1) : new Comparison(schedule, other, run.steps(), against.steps());
    }

    /// Where step `step` of the other schedule lies among those of this one.
    public double toOwn(double step) {
        return step * steps / otherSteps;
    }

    /// Where step `step` of this schedule lies among those of the other.
    public double toOther(double step) {
        return step * otherSteps / steps;
    }

    /// How many steps of this schedule the longer of both lasts.
    public long longest() {
        return Math.max(schedule.steps(), (long) Math.ceil(toOwn(other.steps()) - ROUNDING));
    }

    /// The other's learning rate during step `t` of this schedule; empty where the other is over, or has no such group.
    public OptionalDouble otherAt(long t, int group) {
        long step = (long) Math.floor(toOther(t) + ROUNDING);
        boolean exists = step < other.steps() && group < other.groups().size();
        return exists ? OptionalDouble.of(other.at(step, group)) : OptionalDouble.empty();
    }
}
