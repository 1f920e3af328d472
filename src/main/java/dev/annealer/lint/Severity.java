package dev.annealer.lint;

/// How bad a finding is, the worst first.
public enum Severity {
    /// The training will not do what the document says, or is very likely to fail.
    ERROR,
    /// A known mistake that costs accuracy or time.
    WARNING,
    /// Unusual; worth a second look.
    INFO
}
