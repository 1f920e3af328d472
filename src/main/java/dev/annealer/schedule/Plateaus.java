package dev.annealer.schedule;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/// Fills from schedulers that hold their value for many steps: it is computed where it changes.
final class Plateaus {
    private Plateaus() {}

    /// @param nextChange the first step after the given one whose value may differ; the greatest long where there is none
    static void fill(
            double[] values, int from, int to, long k, Group group, Scheduler scheduler, LongUnaryOperator nextChange) {
        int i = from;
        while (i < to) {
            long step = k + (i - from);
            int until = (int) Math.min(to, i + Math.min(to - i, nextChange.applyAsLong(step) - step));
            Arrays.fill(values, i, until, scheduler.at(step, group));
            i = until;
        }
    }
}
