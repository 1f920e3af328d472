package dev.annealer.document;

/// A lint rule that this document does not want to hear of, and why.
public record Silenced(String rule, String reason) {}
