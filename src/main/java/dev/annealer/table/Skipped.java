package dev.annealer.table;

/// A line that did not become a row.
///
/// @param line counted from 1
public record Skipped(long line, String why) {}
