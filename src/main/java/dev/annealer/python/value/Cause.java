package dev.annealer.python.value;

/// Something that the script does not say.
///
/// @param expression as it is written there, without blanks: `len(train_loader)`
/// @param line where, from 1
public record Cause(String expression, int line) {}
