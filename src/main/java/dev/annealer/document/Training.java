package dev.annealer.document;

import org.jspecify.annotations.Nullable;

/// How long the training is and what is trained.
///
/// The run is sized either by `epochs` (with `stepsPerEpoch` where the scheduler steps once a batch) or by `steps` alone.
///
/// @param stepsPerEpoch optimizer steps in an epoch; gradient accumulation is divided out already
/// @param batchSize the global one: all devices, accumulation included
/// @param accumulation batches for each optimizer step
public record Training(
        Input epochs,
        Input stepsPerEpoch,
        Input steps,
        Input batchSize,
        Input accumulation,
        Input clipGradNorm,
        @Nullable Architecture architecture,
        Input parameters,
        @Nullable Boolean fromPretrained) {
    public static final Training EMPTY = new Training(
            Input.NONE, Input.NONE, Input.NONE, Input.NONE, Input.NONE, Input.NONE, null, Input.NONE, null);

    /// Whether the run is sized in steps, as people who pretrain think; then there are no epochs.
    public boolean isSizedInSteps() {
        return !steps.isBlank();
    }

    public Training withEpochs(Input changed) {
        return new Training(changed, stepsPerEpoch, steps, batchSize, accumulation, clipGradNorm, architecture,
                parameters, fromPretrained);
    }

    public Training withStepsPerEpoch(Input changed) {
        return new Training(epochs, changed, steps, batchSize, accumulation, clipGradNorm, architecture, parameters,
                fromPretrained);
    }

    public Training withSteps(Input changed) {
        return new Training(epochs, stepsPerEpoch, changed, batchSize, accumulation, clipGradNorm, architecture,
                parameters, fromPretrained);
    }

    public Training withBatchSize(Input changed) {
        return new Training(epochs, stepsPerEpoch, steps, changed, accumulation, clipGradNorm, architecture,
                parameters, fromPretrained);
    }

    public Training withAccumulation(Input changed) {
        return new Training(epochs, stepsPerEpoch, steps, batchSize, changed, clipGradNorm, architecture, parameters,
                fromPretrained);
    }

    public Training withClipGradNorm(Input changed) {
        return new Training(epochs, stepsPerEpoch, steps, batchSize, accumulation, changed, architecture, parameters,
                fromPretrained);
    }

    public Training withArchitecture(@Nullable Architecture changed) {
        return new Training(epochs, stepsPerEpoch, steps, batchSize, accumulation, clipGradNorm, changed, parameters,
                fromPretrained);
    }

    public Training withParameters(Input changed) {
        return new Training(epochs, stepsPerEpoch, steps, batchSize, accumulation, clipGradNorm, architecture, changed,
                fromPretrained);
    }

    public Training withFromPretrained(@Nullable Boolean changed) {
        return new Training(epochs, stepsPerEpoch, steps, batchSize, accumulation, clipGradNorm, architecture,
                parameters, changed);
    }
}
