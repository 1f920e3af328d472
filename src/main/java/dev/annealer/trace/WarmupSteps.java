package dev.annealer.trace;

import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.Schedule;
import java.util.OptionalLong;

/// How long a run warms up, told from its learning rates.
public final class WarmupSteps {
    private WarmupSteps() {}

    /// Scheduler steps of one param group before its peak is reached; 0 where the run begins at it.
    ///
    /// A first stage that rises is the warmup, even where the peak lies a step before its end; else it lasts until the peak.
    public static long of(Schedule schedule, int group) {
        if (schedule.stages().getFirst().end() < schedule.steps()) {
            return ofStage(schedule, group).orElse(0);
        }
        long peak = schedule.extremes(0, schedule.steps(), group).argMax();
        return schedule.at(peak, group) > schedule.at(0, group) ? peak : 0;
    }

    /// Of a first stage that rises and hands over; empty where the warmup is no stage of its own.
    public static OptionalLong ofStage(Schedule schedule, int group) {
        PlacedStage first = schedule.stages().getFirst();
        boolean handsOver = first.end() < schedule.steps();
        return handsOver && schedule.at(first.end() - 1, group) > schedule.at(0, group)
                ? OptionalLong.of(first.end())
                : OptionalLong.empty();
    }
}
