package dev.annealer.advisor;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;

/// Straight decays.
final class Lines {
    private Lines() {}

    /// From the full rate to this share of it at the end of the stage.
    static SchedulerSpec down(double endFactor) {
        return SchedulerSpec.of(SchedulerType.LINEAR_LR)
                .with("start_factor", Input.of(1.0))
                .with("end_factor", Input.of(endFactor));
    }
}
