package dev.annealer.schedule;

import java.util.OptionalDouble;

/// One scheduler of PyTorch with all its parameters resolved: a pure function of the local step.
///
/// Local step k counts calls of `scheduler.step()` since the start of the stage.
public sealed interface Scheduler
        permits ChainedScheduler,
                ConstantLR,
                CosineAnnealingLR,
                CosineAnnealingWarmRestarts,
                CyclicLR,
                ExponentialLR,
                LambdaLR,
                LinearLR,
                MultiStepLR,
                MultiplicativeLR,
                OneCycleLR,
                PolynomialLR,
                ReduceLROnPlateau,
                StepLR {

    /// The learning rate in force at local step `k >= 0`.
    double at(long k, Group group);

    /// Sets `values[from … to-1]` to the learning rates of local steps `k`, `k + 1`, …: bit for bit those of {@link #at}.
    default void fill(double[] values, int from, int to, long k, Group group) {
        for (int i = from; i < to; i++) {
            values[i] = at(k + (i - from), group);
        }
    }

    /// Local steps of [from, to) among which are those of the least and the greatest learning rate of that range, and of
    /// momentum where it cycles. A few dozen at the most, however long the range. Never empty for a range that is not.
    long[] landmarks(long from, long to);

    /// The momentum that the scheduler sets at local step `k`; empty where it leaves momentum alone.
    default OptionalDouble momentum(long k) {
        return OptionalDouble.empty();
    }
}
