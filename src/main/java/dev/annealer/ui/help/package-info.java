/// Help where it is needed: what a scheduler, a knob or a rule does, with its curve drawn.
@NullMarked
package dev.annealer.ui.help;

import org.jspecify.annotations.NullMarked;
