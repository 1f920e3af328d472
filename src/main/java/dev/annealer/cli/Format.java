package dev.annealer.cli;

/// For whom an answer is; named as they are typed.
enum Format {
    text,
    json
}
