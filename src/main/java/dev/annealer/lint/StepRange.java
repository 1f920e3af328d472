package dev.annealer.lint;

/// The scheduler steps [from, to) that a finding is about.
public record StepRange(long from, long to) {}
