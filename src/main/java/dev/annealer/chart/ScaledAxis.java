package dev.annealer.chart;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnitSource;
import org.jfree.chart.axis.TickUnits;

/// An axis over steps whose labels count something of `unit` steps: epochs.
final class ScaledAxis extends NumberAxis {
    private static final long serialVersionUID = 1;

    ScaledAxis(String label, double unit) {
        super(label);
        setStandardTickUnits(units(unit));
    }

    /// 1, 2 and 5 times the powers of ten, from one unit on.
    private static TickUnitSource units(double unit) {
        var units = new TickUnits();
        for (double power = 1; power <= 1e15; power *= 10) {
            for (int multiple : new int[] {1, 2, 5}) {
                units.add(new NumberTickUnit(multiple * power * unit, AxisNumbers.counts(unit)));
            }
        }
        return units;
    }
}
