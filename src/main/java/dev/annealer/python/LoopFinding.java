package dev.annealer.python;

import dev.annealer.lint.Severity;

/// What a training loop does wrong.
///
/// @param rule the rule's id: `scheduler-before-optimizer`
/// @param line of the script, from 1
public record LoopFinding(String rule, Severity severity, int line, String message) {}
