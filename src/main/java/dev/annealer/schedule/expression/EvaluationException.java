package dev.annealer.schedule.expression;

/// Why an expression has no value at a step that a learning rate could be multiplied by.
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    EvaluationException(long step, String reason) {
        super("at step " + step + ": " + reason);
        this.reason = reason;
    }

    /// Without the step: `division by zero`.
    public String reason() {
        return reason;
    }
}
