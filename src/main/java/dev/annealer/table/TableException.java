package dev.annealer.table;

/// Why a file could not be read as a table.
public final class TableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /// @param place `line 3, column 7`, or blank for the whole file
    public TableException(String place, String reason, String remedy) {
        super((place.isEmpty() ? "" : place + ": ") + reason + "; " + remedy);
        this.remedy = remedy;
    }

    public TableException(String reason, String remedy) {
        this("", reason, remedy);
    }

    /// What to do about it.
    public String remedy() {
        return remedy;
    }
}
