package dev.annealer.lint;

import java.util.Locale;

/// How bad a finding is, the worst first.
public enum Severity {
    /// The training will not do what the document says, or is very likely to fail.
    ERROR,
    /// A known mistake that costs accuracy or time.
    WARNING,
    /// Unusual; worth a second look.
    INFO;

    /// As the command line says it: `error`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
