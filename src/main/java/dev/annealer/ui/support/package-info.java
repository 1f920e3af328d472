/// What every part of the window uses: background work, dialogs and the clipboard behind interfaces, and small controls.
@NullMarked
package dev.annealer.ui.support;

import org.jspecify.annotations.NullMarked;

