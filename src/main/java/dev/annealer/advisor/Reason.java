package dev.annealer.advisor;

/// Why the advice is as it is.
///
/// @param rule the rule of thumb behind it
/// @param text what follows from it for this training, with its numbers
public record Reason(Guideline rule, String text) {}
