package dev.annealer.trace;

import dev.annealer.schedule.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// The few steps by which people check a schedule.
public final class Checkpoints {
    /// Why a step is one.
    public enum Kind {
        FIRST,
        /// Where a stage that rises from the start hands over.
        WARMUP_END,
        PEAK,
        QUARTER,
        HALF,
        THREE_QUARTERS,
        LAST
    }

    /// @param momentum empty where the optimizer has none
    public record Checkpoint(Kind kind, long step, double lr, OptionalDouble momentum) {}

    private Checkpoints() {}

    /// Those of one param group, in the order of the steps.
    public static List<Checkpoint> of(Schedule schedule, int group) {
        long last = schedule.steps() - 1;
        var checkpoints = new ArrayList<Checkpoint>();
        checkpoints.add(at(schedule, group, Kind.FIRST, 0));
        WarmupSteps.ofStage(schedule, group).ifPresent(step -> checkpoints.add(at(schedule, group, Kind.WARMUP_END, step)));
        long peak = schedule.extremes(0, schedule.steps(), group).argMax();
        if (peak >= 0) {
            checkpoints.add(at(schedule, group, Kind.PEAK, peak));
        }
        checkpoints.add(at(schedule, group, Kind.QUARTER, schedule.steps() / 4));
        checkpoints.add(at(schedule, group, Kind.HALF, schedule.steps() / 2));
        checkpoints.add(at(schedule, group, Kind.THREE_QUARTERS, schedule.steps() - 1 - (schedule.steps() - 1) / 4));
        checkpoints.add(at(schedule, group, Kind.LAST, last));
        checkpoints.sort(Comparator.comparingLong(Checkpoint::step).thenComparing(Checkpoint::kind));
        return checkpoints;
    }

    private static Checkpoint at(Schedule schedule, int group, Kind kind, long step) {
        return new Checkpoint(kind, step, schedule.at(step, group), schedule.momentum(step));
    }
}
