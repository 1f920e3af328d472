package dev.annealer.python;

import dev.annealer.python.interpreter.Recording;
import java.util.List;

/// Finds what a training loop does wrong with its scheduler.
final class LoopChecks {
    private final Recording recording;
    private final Candidate candidate;

    LoopChecks(Recording recording, Candidate candidate) {
        this.recording = recording;
        this.candidate = candidate;
    }

    List<LoopFinding> findings() {
        return List.of();
    }
}
