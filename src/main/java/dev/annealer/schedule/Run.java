package dev.annealer.schedule;

import dev.annealer.document.StepUnit;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The size of the whole training in scheduler steps.
///
/// @param steps N, at least 1
/// @param epochs empty where the run is sized in steps
/// @param stepsPerEpoch scheduler steps in an epoch: 1 when the scheduler steps once an epoch; empty where the run is sized in
///     steps
public record Run(long steps, StepUnit stepOn, OptionalLong epochs, OptionalLong stepsPerEpoch) {
    /// Epochs gone at scheduler step `t`; empty where the run is sized in steps.
    public OptionalDouble epochAt(long t) {
        return stepsPerEpoch.isPresent()
                ? OptionalDouble.of((double) t / stepsPerEpoch.getAsLong())
                : OptionalDouble.empty();
    }
}
