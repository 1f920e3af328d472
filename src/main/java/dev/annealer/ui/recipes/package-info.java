/// The catalogue of published schedules: search, compare, scale, and take over.
@NullMarked
package dev.annealer.ui.recipes;

import org.jspecify.annotations.NullMarked;
