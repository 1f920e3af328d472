package dev.annealer.cli;

/// For whom an answer is.
enum Format {
    TEXT,
    JSON
}
