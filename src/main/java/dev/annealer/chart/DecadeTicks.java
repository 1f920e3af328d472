package dev.annealer.chart;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/// The numbers beside a logarithmic axis: whole powers of ten, and the closer one looks the more between them.
final class DecadeTicks {
    /// Below this width in decades the ticks are those of a linear axis.
    private static final double LINEAR_BELOW = 0.7;
    private static final int[] ALL = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final int[] SOME = {1, 2, 5};
    private static final int[] POWERS = {1};

    private DecadeTicks() {}

    /// @param logs the ends of the axis, as log10
    /// @param most how many labels there is room for
    static List<Double> of(Range logs, double most) {
        double decades = logs.getLength();
        if (decades < LINEAR_BELOW) {
            return linear(Math.pow(10, logs.getLowerBound()), Math.pow(10, logs.getUpperBound()), most);
        }
        int[] multiples = decades * ALL.length <= most ? ALL : decades * SOME.length <= most ? SOME : POWERS;
        int every = multiples == POWERS ? Math.max(1, (int) Math.ceil(decades / most)) : 1;
        var ticks = new ArrayList<Double>();
        int first = (int) Math.floor(logs.getLowerBound());
        for (int power = first; power <= logs.getUpperBound(); power++) {
            for (int multiple : multiples) {
                double tick = Double.parseDouble(multiple + "e" + power);
                boolean shown = Math.floorMod(power, every) == 0 && logs.contains(Math.log10(tick));
                if (shown) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    private static List<Double> linear(double low, double high, double most) {
        double unit = NumberAxis.createStandardTickUnits()
                .getCeilingTickUnit((high - low) / Math.clamp(most, 2, 6))
                .getSize();
        var ticks = new ArrayList<Double>();
        for (long i = (long) Math.ceil(low / unit); i * unit <= high; i++) {
            ticks.add(i * unit);
        }
        return ticks;
    }
}
