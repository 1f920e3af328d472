/// The LR finder: range tests read from files, overlaid, their picks, and the one that goes into the schedule.
@NullMarked
package dev.annealer.ui.finder;

import org.jspecify.annotations.NullMarked;
