/// What the user edits: the training, the optimizer and the chain of stages.
@NullMarked
package dev.annealer.ui.chain;

import org.jspecify.annotations.NullMarked;

