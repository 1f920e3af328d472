/// PyTorch scripts: what they say of their schedule as a document, what could not be resolved, and what their loop does wrong.
@NullMarked
package dev.annealer.python;

import org.jspecify.annotations.NullMarked;
