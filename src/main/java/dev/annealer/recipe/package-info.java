/// Published schedules as documents, each with its source; what is worth knowing of them; and how they fit another run.
@NullMarked
package dev.annealer.recipe;

import org.jspecify.annotations.NullMarked;
