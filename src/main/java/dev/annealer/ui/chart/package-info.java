/// The live chart: what of the run it shows, and the gestures that change it.
@NullMarked
package dev.annealer.ui.chart;

import org.jspecify.annotations.NullMarked;

