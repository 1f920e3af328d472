package dev.annealer.chart;

import dev.annealer.finder.Analysis;
import dev.annealer.finder.FinderRun;
import dev.annealer.finder.Sweep;
import java.util.Arrays;

/// One sweep of an LR range test, ready to be drawn.
public final class FinderCurve {
    private final String name;
    private final int color;
    private final Analysis analysis;
    private final double[] positions;

    private FinderCurve(String name, int color, Analysis analysis, double[] positions) {
        this.name = name;
        this.color = color;
        this.analysis = analysis;
        this.positions = positions;
    }

    /// @param color its number in the palette
    public static FinderCurve of(String name, int color, Analysis analysis) {
        return new FinderCurve(
                name, color, analysis, Arrays.stream(analysis.sweep().lr()).map(Math::log10).toArray());
    }

    /// What the sweep of a run is called: as its file, and by its number where the file has several.
    public static String nameOf(FinderRun run, Sweep sweep) {
        return run.sweeps().size() == 1 ? run.name() : run.name() + " · " + (sweep.number() + 1);
    }

    /// The same sweep, read another way.
    public FinderCurve with(Analysis changed) {
        boolean sameSweep = changed.sweep() == analysis.sweep();
        return sameSweep ? new FinderCurve(name, color, changed, positions) : of(name, color, changed);
    }

    public FinderCurve named(String changed) {
        return new FinderCurve(changed, color, analysis, positions);
    }

    public String name() {
        return name;
    }

    public int color() {
        return color;
    }

    public Analysis analysis() {
        return analysis;
    }

    public Sweep sweep() {
        return analysis.sweep();
    }

    /// log10 of the learning rates; not to be changed.
    double[] positions() {
        return positions;
    }

    public double firstPosition() {
        return positions[0];
    }

    public double lastPosition() {
        return positions[positions.length - 1];
    }

    public double positionOf(int point) {
        return positions[point];
    }

    /// The point whose learning rate lies nearest to `position`, on the logarithmic axis.
    public int nearest(double position) {
        int found = Arrays.binarySearch(positions, position);
        if (found >= 0) {
            return found;
        }
        int above = -found - 1;
        if (above == 0 || above == positions.length) {
            return Math.clamp(above, 0, positions.length - 1);
        }
        return position - positions[above - 1] < positions[above] - position ? above - 1 : above;
    }

    /// The smoothed loss at any learning rate, along straight lines between the points of the drawn curve.
    public double smoothedLossAt(double lr) {
        double position = Math.log10(lr);
        int nearest = nearest(position);
        int other = Math.clamp(position < positions[nearest] ? nearest - 1 : nearest + 1, 0, positions.length - 1);
        double[] smoothed = analysis.smoothed();
        double way = positions[other] - positions[nearest];
        double share = way == 0 ? 0 : Math.clamp((position - positions[nearest]) / way, 0, 1);
        return smoothed[nearest] + (smoothed[other] - smoothed[nearest]) * share;
    }
}
