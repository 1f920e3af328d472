/// What the window remembers between starts: theme, recent files, sizes.
@NullMarked
package dev.annealer.ui.preferences;

import org.jspecify.annotations.NullMarked;

