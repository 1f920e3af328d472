package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Spot;
import dev.annealer.python.value.PyValue;

/// A condition under which something happens that can't be told beforehand.
///
/// @param holds false for what happens where the condition does not hold
public record Guard(Spot at, PyValue condition, boolean holds) {}
