package dev.annealer.schedule;

import dev.annealer.progress.Progress;
import java.util.Optional;

/// A scheduler without a closed form for its extremes, whose every step may fail: it is a pure function all the same, but
/// has to be gone through once before it can be drawn truly at any size, or trusted not to fail.
public sealed interface Evaluation permits ChainedScheduler, LambdaLR, MultiplicativeLR {
    /// Why a step has no learning rate.
    record Failure(long step, String reason) {}

    /// Goes through local steps [0, length) once; afterwards {@link #isEvaluated()} holds.
    ///
    /// @return the first step that fails, or empty
    /// @throws java.util.concurrent.CancellationException where `progress` says so
    Optional<Failure> evaluate(long length, Progress progress);

    boolean isEvaluated();
}
