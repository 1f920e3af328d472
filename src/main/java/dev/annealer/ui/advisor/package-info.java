/// The advisor: a few questions on the left, the schedule that follows from the answers on the right, with its reasons.
@NullMarked
package dev.annealer.ui.advisor;

import org.jspecify.annotations.NullMarked;
