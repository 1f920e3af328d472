/// PyTorch modules: its own schedulers wherever they give the document's learning rates, a small class where they do not.
@NullMarked
package dev.annealer.export.python;

import org.jspecify.annotations.NullMarked;

