package dev.annealer.document;

/// The series on which a plateau runs: value t is what `scheduler.step(metric)` is given at the end of global step t.
public record Metric(String name, Series values) {}
