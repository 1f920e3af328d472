/// The window itself: menu, toolbar and panes around the features; files, autosave and theme.
@NullMarked
package dev.annealer.ui.app;

import org.jspecify.annotations.NullMarked;

