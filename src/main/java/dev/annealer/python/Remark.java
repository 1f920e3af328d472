package dev.annealer.python;

/// A sentence about a line of the script.
///
/// @param line from 1; 0 for the script as a whole
public record Remark(int line, String text) {}
