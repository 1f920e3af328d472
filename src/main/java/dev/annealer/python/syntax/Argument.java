package dev.annealer.python.syntax;

import org.jspecify.annotations.Nullable;

/// An argument of a call.
///
/// @param name null where it is given by position
/// @param stars 1 for `*args`, 2 for `**kwargs`
public record Argument(@Nullable String name, Expr value, int stars) {}
