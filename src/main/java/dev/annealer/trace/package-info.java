/// Schedules sampled: every step as a table, the columns of a chart, the figures that sum up a run. Nothing here formats for
/// people or does I/O of its own.
@NullMarked
package dev.annealer.trace;

import org.jspecify.annotations.NullMarked;

