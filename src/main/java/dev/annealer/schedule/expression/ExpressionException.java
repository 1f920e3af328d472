package dev.annealer.schedule.expression;

/// Why a text is no expression of the language.
public final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1;

    private final String remedy;

    ExpressionException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /// What to do about it.
    public String remedy() {
        return remedy;
    }
}
