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
                units.add(new ScaledTickUnit(multiple * power * unit, unit));
            }
        }
        return units;
    }

    private static final class ScaledTickUnit extends NumberTickUnit {
        private static final long serialVersionUID = 1;
        private final double unit;

        ScaledTickUnit(double size, double unit) {
            super(size, AxisNumbers.counts());
            this.unit = unit;
        }

        @Override
        public String valueToString(double value) {
            return super.valueToString(value / unit);
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other) && other instanceof ScaledTickUnit scaled && scaled.unit == unit;
        }

        @Override
        public int hashCode() {
            return 31 * super.hashCode() + Double.hashCode(unit);
        }
    }
}
