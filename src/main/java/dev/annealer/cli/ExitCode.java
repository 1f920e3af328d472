package dev.annealer.cli;

/// What a command's exit code says. Of several files the worst code wins: the greatest.
final class ExitCode {
    static final int DONE = 0;
    /// Findings, or a failed check.
    static final int FINDINGS = 1;
    static final int WRONG_USAGE = 2;
    /// Unreadable or invalid input, or output that can't be written.
    static final int BAD_INPUT = 3;

    private ExitCode() {}
}
