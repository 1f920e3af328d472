/// What the expressions of a script are worth, as far as that can be told without running it.
@NullMarked
package dev.annealer.python.value;

import org.jspecify.annotations.NullMarked;
