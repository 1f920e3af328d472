/// The expressions of `lr_lambda`: a small, closed part of Python that computes a number and nothing more.
///
/// Parsed by tree-sitter's Python grammar into {@link dev.annealer.schedule.expression.Node}s, evaluated with Python's own
/// number rules by {@link dev.annealer.schedule.expression.PythonArithmetic}.
@NullMarked
package dev.annealer.schedule.expression;

import org.jspecify.annotations.NullMarked;

