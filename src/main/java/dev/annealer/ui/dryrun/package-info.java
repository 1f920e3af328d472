/// The trace as a table, the training loop beside it, and the checkpoints of a run.
@NullMarked
package dev.annealer.ui.dryrun;

import org.jspecify.annotations.NullMarked;

