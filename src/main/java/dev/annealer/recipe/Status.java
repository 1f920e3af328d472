package dev.annealer.recipe;

import java.util.Locale;

/// How near to its authors a recipe was read.
public enum Status {
    /// The authors' own configuration or code.
    OFFICIAL("Official configuration."),
    /// The text of the paper.
    PAPER("From the paper."),
    /// Pages that quote the authors, or what others made of it.
    SECONDARY("From secondary sources.");

    private final String sentence;

    Status(String sentence) {
        this.sentence = sentence;
    }

    /// As a document's notes say it.
    public String sentence() {
        return sentence;
    }

    /// As a recipe's file says it: `official`.
    static Status named(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
