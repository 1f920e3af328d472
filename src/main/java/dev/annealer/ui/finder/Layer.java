package dev.annealer.ui.finder;

import dev.annealer.chart.FinderCurve;
import dev.annealer.finder.FinderFile;
import dev.annealer.finder.FinderRun;
import dev.annealer.finder.Sweep;

/// A sweep among those that lie over each other.
///
/// @param id its own for as long as it is there
/// @param file from which it was read
/// @param color its number in the palette
record Layer(int id, FinderFile file, FinderRun run, Sweep sweep, String name, int color, boolean visible) {
    Layer(int id, FinderFile file, FinderRun run, Sweep sweep, int color) {
        this(id, file, run, sweep, FinderCurve.nameOf(run, sweep), color, true);
    }

    Layer withVisible(boolean changed) {
        return new Layer(id, file, run, sweep, name, color, changed);
    }

    Layer named(String changed) {
        return new Layer(id, file, run, sweep, changed, color, visible);
    }
}
