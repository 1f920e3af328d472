/// The one open document of a window: edits go in, the document and all that follows from it come out.
@NullMarked
package dev.annealer.ui.session;

import org.jspecify.annotations.NullMarked;

