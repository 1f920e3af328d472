package dev.annealer.trace;

import dev.annealer.schedule.Schedule;

/// What a run amounts to.
///
/// @param average the mean learning rate over the run
/// @param total the sum of the learning rates of all steps
/// @param isExact whether every step was counted; else evenly spaced ones were
public record RunStatistics(double average, double total, boolean isExact) {
    private static final int MOST_STEPS = 1 << 16;

    /// Of one param group; the cost does not grow with the run.
    public static RunStatistics of(Schedule schedule, int group) {
        long steps = schedule.steps();
        boolean exact = steps <= MOST_STEPS;
        int count = (int) Math.min(steps, MOST_STEPS);
        var rates = new double[count];
        if (exact) {
            schedule.fill(rates, 0, group);
        } else {
            for (int i = 0; i < count; i++) {
                rates[i] = schedule.at((long) ((i + 0.5) * steps / count), group);
            }
        }
        double sum = sum(rates);
        return new RunStatistics(sum / count, sum / count * steps, exact);
    }

    /// Kahan's summation: the sum of many steps keeps its digits.
    private static double sum(double[] terms) {
        double sum = 0;
        double lost = 0;
        for (double each : terms) {
            double term = each - lost;
            double next = sum + term;
            lost = next - sum - term;
            sum = next;
        }
        return sum;
    }
}
