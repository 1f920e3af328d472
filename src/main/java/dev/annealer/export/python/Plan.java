package dev.annealer.export.python;

import dev.annealer.schedule.ReduceLROnPlateau;
import java.util.List;

/// How a document's learning rates come about in PyTorch.
sealed interface Plan {
    /// PyTorch's own scheduler, alone.
    record Alone(StageCode code) implements Plan {}

    /// PyTorch's own schedulers in a `SequentialLR`.
    record Sequence(List<StageCode> codes) implements Plan {}

    /// A class of our own that computes them from the step.
    ///
    /// @param reason why PyTorch's own do not do, for a comment
    record Computed(List<StageCode> codes, String reason) implements Plan {}

    /// A plateau after computed stages: a subclass of PyTorch's.
    record ThenPlateau(List<StageCode> before, StageCode code, ReduceLROnPlateau plateau) implements Plan {}
}
