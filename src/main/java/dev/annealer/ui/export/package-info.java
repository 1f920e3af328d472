/// The document as code, following every knob, to copy and to save.
@NullMarked
package dev.annealer.ui.export;

import org.jspecify.annotations.NullMarked;

