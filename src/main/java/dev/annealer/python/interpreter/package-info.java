/// Goes through a script once, as Python would, without running it: loops are gone through once, and what can't be told is a
/// value like any other.
@NullMarked
package dev.annealer.python.interpreter;

import org.jspecify.annotations.NullMarked;
