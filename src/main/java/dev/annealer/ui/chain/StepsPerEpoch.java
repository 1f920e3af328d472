package dev.annealer.ui.chain;

import java.util.OptionalLong;

/// The optimizer steps of one epoch.
///
/// @param batch of one device
/// @param dropLast whether the data loader leaves out a last batch that is not full
record StepsPerEpoch(
        OptionalLong samples, OptionalLong batch, OptionalLong devices, OptionalLong accumulation, boolean dropLast) {
    /// `samples` over all devices give batches, every `accumulation` of which make a step; empty while something is missing or
    /// nothing is left.
    OptionalLong stepsPerEpoch() {
        if (samples.isEmpty() || globalBatch().isEmpty()) {
            return OptionalLong.empty();
        }
        long acrossDevices = batch.getAsLong() * devices.getAsLong();
        long batches = dropLast ? samples.getAsLong() / acrossDevices : Math.ceilDiv(samples.getAsLong(), acrossDevices);
        // Loops step when the accumulated batches are complete; what is left at the end of an epoch goes into the next.
        long steps = batches / accumulation.getAsLong();
        return steps >= 1 ? OptionalLong.of(steps) : OptionalLong.empty();
    }

    /// All devices, accumulation included.
    OptionalLong globalBatch() {
        boolean known = batch.orElse(0) >= 1 && devices.orElse(0) >= 1 && accumulation.orElse(0) >= 1;
        return known
                ? OptionalLong.of(batch.getAsLong() * devices.getAsLong() * accumulation.getAsLong())
                : OptionalLong.empty();
    }
}
