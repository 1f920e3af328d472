package dev.annealer.storage;

/// How much of the format a text has to keep to.
enum Strictness {
    /// A saved document: numbers are numbers, and all that is required is there.
    DOCUMENT,
    /// Unsaved work: half-typed numbers stand there as text, and anything may be missing.
    DRAFT
}
