package dev.annealer.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Where the labels of marks stand: beside the line of their mark, in as many rows as it takes for none to touch another.
///
/// @param labels those for which there is room
/// @param rows how many there are
record MarkLayout(List<Label> labels, int rows) {
    private static final double FROM_LINE = 4;
    private static final double GAP = 5;

    /// @param left of the label's box, in pixels
    /// @param row from the top
    record Label(FinderMark mark, double left, double width, int row) {
        private boolean touches(Label other) {
            return row == other.row && left < other.left + other.width + GAP && other.left < left + width + GAP;
        }
    }

    /// The chosen mark has the first choice, then they come from left to right.
    ///
    /// @param toX pixel of a mark
    /// @param width of its label in pixels
    static MarkLayout of(
            List<FinderMark> marks,
            ToDoubleFunction<FinderMark> toX,
            ToDoubleFunction<FinderMark> width,
            double areaLeft,
            double areaRight,
            int mostRows) {
        var order = new ArrayList<>(marks);
        order.removeIf(mark -> toX.applyAsDouble(mark) < areaLeft || toX.applyAsDouble(mark) > areaRight);
        order.sort(Comparator.comparing((FinderMark mark) -> !mark.chosen()).thenComparingDouble(FinderMark::lr));
        var placed = new ArrayList<Label>();
        for (FinderMark mark : order) {
            place(mark, toX.applyAsDouble(mark), width.applyAsDouble(mark), areaLeft, areaRight, mostRows, placed);
        }
        return new MarkLayout(placed, placed.stream().mapToInt(Label::row).max().orElse(-1) + 1);
    }

    private static void place(
            FinderMark mark, double x, double width, double areaLeft, double areaRight, int mostRows, List<Label> placed) {
        for (int row = 0; row < mostRows; row++) {
            for (double left : new double[] {x + FROM_LINE, x - FROM_LINE - width}) {
                var label = new Label(mark, left, width, row);
                boolean inside = left >= areaLeft && left + width <= areaRight;
                if (inside && placed.stream().noneMatch(label::touches)) {
                    placed.add(label);
                    return;
                }
            }
        }
    }
}
