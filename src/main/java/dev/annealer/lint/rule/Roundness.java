package dev.annealer.lint.rule;

import dev.annealer.lint.Subject;
import java.util.List;

/// How much a list of milestones looks like numbers that a person chose: in scheduler steps, in epochs, or as shares of the
/// run.
final class Roundness {
    /// Cost of a number with one digit, less what makes it likelier.
    private static final double FIVE = 0.3;
    private static final double EVEN = 0.2;
    private static final int TENTHS = 10;
    private static final int TWENTIETHS = 20;
    private static final long LONG_RUN = 1000;

    private final long steps;
    private final long stepsPerEpoch;

    Roundness(Subject subject) {
        steps = subject.steps();
        stepsPerEpoch = subject.run().stepsPerEpoch().orElse(1);
    }

    /// The lower, the rounder the milestones are when each is counted `shift` later.
    double cost(List<Long> milestones, long shift) {
        boolean wholeEpochs = milestones.stream().allMatch(milestone -> (milestone + shift) % stepsPerEpoch == 0);
        long unit = wholeEpochs ? stepsPerEpoch : 1;
        return milestones.stream()
                .mapToLong(milestone -> milestone + shift)
                .mapToDouble(milestone -> Math.min(digits(Math.abs(milestone) / unit), share(milestone)))
                .sum();
    }

    /// The significant digits.
    private static double digits(long number) {
        if (number == 0) {
            return 0;
        }
        long rest = number;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        double discount = rest % 5 == 0 ? FIVE : rest % 2 == 0 ? EVEN : 0;
        return String.valueOf(rest).length() - discount;
    }

    private double share(long milestone) {
        if (isNear(milestone, TENTHS)) {
            return 1;
        }
        return isNear(milestone, TWENTIETHS) ? 2 : Double.POSITIVE_INFINITY;
    }

    /// A multiple of the run's part; in a long run one that was rounded to a whole step.
    private boolean isNear(long milestone, int parts) {
        long nearest = Math.round((double) milestone * parts / steps);
        double off = Math.abs(milestone - (double) nearest * steps / parts);
        return nearest > 0 && nearest < parts && off <= (steps >= LONG_RUN ? 1 : 0);
    }
}
