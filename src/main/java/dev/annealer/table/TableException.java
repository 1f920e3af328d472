package dev.annealer.table;

/// Why a file could not be read as a table.
public final class TableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;
    private final String remedy;

    /// @param place `line 3, column 7`, or blank for the whole file
    public TableException(String place, String reason, String remedy) {
        super((place.isEmpty() ? "" : place + ": ") + reason + "; " + remedy);
        this.place = place;
        this.reason = reason;
        this.remedy = remedy;
    }

    public TableException(String reason, String remedy) {
        this("", reason, remedy);
    }

    public String place() {
        return place;
    }

    public String reason() {
        return reason;
    }

    /// What to do about it.
    public String remedy() {
        return remedy;
    }
}
