package dev.annealer.lint;

/// The rise of the learning rate at the start of a run, however it is made.
///
/// @param end the step at which the rise has reached its top: how many steps it takes
/// @param from the learning rate at step 0
/// @param to the learning rate at `end`
public record Warmup(long end, double from, double to) {}
