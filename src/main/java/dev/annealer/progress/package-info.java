/// The one word that long work and those who wait for it share.
@NullMarked
package dev.annealer.progress;

import org.jspecify.annotations.NullMarked;
