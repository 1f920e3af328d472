/// Pictures of schedules, for the window and the command line alike: AWT and JFreeChart, no JavaFX, no display.
@NullMarked
package dev.annealer.chart;

import org.jspecify.annotations.NullMarked;

