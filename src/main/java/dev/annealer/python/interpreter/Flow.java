package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Stmt;
import dev.annealer.python.value.PyValue;

/// How a block of statements ends.
sealed interface Flow {
    Flow ON = new On();

    /// At its end.
    record On() implements Flow {}

    record Returned(PyValue value) implements Flow {}

    record Left(Stmt.Way way) implements Flow {}
}
