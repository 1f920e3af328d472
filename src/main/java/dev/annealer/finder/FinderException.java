package dev.annealer.finder;

/// Why a table is no LR range test.
public final class FinderException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    public FinderException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    /// What to do about it.
    public String remedy() {
        return remedy;
    }
}
