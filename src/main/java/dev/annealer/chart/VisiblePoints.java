package dev.annealer.chart;

import java.util.Arrays;

/// The points of a curve that a view shows.
///
/// @param from the first one
/// @param to the one after the last
record VisiblePoints(int from, int to) {
    /// With one more at each side, so that lines go on to the edge.
    static VisiblePoints of(FinderCurve curve, FinderView view) {
        double[] positions = curve.positions();
        int from = firstAtOrAbove(positions, view.from());
        int to = firstAtOrAbove(positions, Math.nextUp(view.to()));
        return new VisiblePoints(Math.max(0, from - 1), Math.min(positions.length, to + 1));
    }

    private static int firstAtOrAbove(double[] positions, double position) {
        int found = Arrays.binarySearch(positions, position);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && positions[found - 1] == position) {
            found--;
        }
        return found;
    }

    /// The point where `values` are least; `from` where none is finite.
    int argmin(double[] values) {
        int least = from;
        for (int i = from; i < to; i++) {
            least = values[i] < values[least] || Double.isNaN(values[least]) ? i : least;
        }
        return least;
    }
}
