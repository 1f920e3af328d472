package dev.annealer.python;

/// A number that the script does not say.
///
/// @param expression as the script writes it, without blanks: `len(train_loader)`
/// @param line where it is needed, from 1
/// @param purpose what it is needed for: `T_max of CosineAnnealingLR`
/// @param standIn the number that is used in its place
public record Unresolved(String expression, int line, String purpose, double standIn) {}
