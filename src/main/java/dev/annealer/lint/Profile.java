package dev.annealer.lint;

import dev.annealer.schedule.Extremes;
import dev.annealer.schedule.Schedule;
import java.util.Optional;

/// The figures of one param group's learning rate over a run.
///
/// @param group the group's position
/// @param first the learning rate at step 0
/// @param last the learning rate of the last step
/// @param peak the greatest learning rate
/// @param peakStep the first step that has it, up to rounding
/// @param warmup empty where the learning rate does not rise from its start
public record Profile(int group, double first, double last, double peak, long peakStep, Optional<Warmup> warmup) {
    /// Equal heights of a curve differ by no more than this share.
    private static final double ROUNDING = 1e-9;
    /// Humps lower than the start are passed over one by one; a curve with more of them has no warmup that counts.
    private static final int MOST_HUMPS = 64;

    /// Whether no later step has a greater learning rate than the first.
    public boolean startsAtPeak() {
        return first >= peak * (1 - ROUNDING);
    }

    static Profile of(Schedule schedule, int group) {
        long steps = schedule.steps();
        double first = schedule.at(0, group);
        Extremes extremes = schedule.extremes(0, steps, group);
        return new Profile(
                group,
                first,
                schedule.at(steps - 1, group),
                extremes.max(),
                firstNear(schedule, group, extremes),
                warmup(schedule, group, first));
    }

    /// Cycles reach the same height up to rounding: the first of them is meant.
    private static long firstNear(Schedule schedule, int group, Extremes extremes) {
        double height = extremes.max() * (1 - ROUNDING);
        long low = 0;
        long high = extremes.argMax();
        if (high == 0 || schedule.extremes(0, high, group).max() < height) {
            return high;
        }
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (schedule.extremes(0, middle + 1, group).max() >= height) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// The highest hump before the learning rate first falls below its start.
    private static Optional<Warmup> warmup(Schedule schedule, int group, double first) {
        long until = schedule.steps();
        for (int hump = 0; hump < MOST_HUMPS; hump++) {
            Extremes extremes = schedule.extremes(0, until, group);
            if (extremes.max() <= first * (1 + ROUNDING)) {
                return Optional.empty();
            }
            long top = firstNear(schedule, group, extremes);
            Extremes before = schedule.extremes(0, top, group);
            if (before.min() >= first) {
                return Optional.of(new Warmup(top, first, extremes.max()));
            }
            until = before.argMin();
        }
        return Optional.empty();
    }
}
