package dev.annealer.lint;

import dev.annealer.document.Place;
import java.util.Optional;

/// What a rule says about one document.
///
/// @param rule the rule's id
/// @param where the place in the document
/// @param message what this document does, with its own numbers, and what follows from it; without a final stop
/// @param steps the stretch of the run that it is about; empty where it is about all of it
/// @param fix empty where no mechanical edit mends it
public record Finding(
        String rule, Severity severity, Place where, String message, Optional<StepRange> steps, Optional<Fix> fix) {
    public Finding(String rule, Severity severity, Place where, String message) {
        this(rule, severity, where, message, Optional.empty(), Optional.empty());
    }

    public Finding about(long from, long to) {
        return new Finding(rule, severity, where, message, Optional.of(new StepRange(from, to)), fix);
    }

    /// About all steps of a stage.
    public Finding about(StageSubject stage) {
        return about(stage.placed().start(), stage.placed().end());
    }

    public Finding with(Fix mended) {
        return new Finding(rule, severity, where, message, steps, Optional.of(mended));
    }

    /// With the fix, where there is one.
    public Finding with(Optional<Fix> mended) {
        return mended.map(this::with).orElse(this);
    }

    /// As the command line says it: `schedule.stages[1].T_max: error horizon-mismatch: …`.
    @Override
    public String toString() {
        return where + ": " + severity.key() + " " + rule + ": " + message;
    }
}
