/// What the rules say of the open document: the list, its fixes, and what other views show of it.
@NullMarked
package dev.annealer.ui.findings;

import org.jspecify.annotations.NullMarked;
