package dev.annealer.chart;

import dev.annealer.document.Numbers;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jspecify.annotations.Nullable;

/// Numbers beside an axis.
final class AxisNumbers extends NumberFormat {
    private static final long serialVersionUID = 1;
    private static final int DIGITS = 10;
    private static final long THOUSAND = 1000;

    private final boolean counts;
    private final double unit;

    private AxisNumbers(boolean counts, double unit) {
        this.counts = counts;
        this.unit = unit;
    }

    /// Learning rates: `3e-4`, `0.1`.
    static NumberFormat rates() {
        return new AxisNumbers(false, 1);
    }

    /// Steps, or epochs of `unit` steps each: `500`, `20k`, `1.5M`.
    static NumberFormat counts(double unit) {
        return new AxisNumbers(true, unit);
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        return to.append(counts ? count(number / unit) : Numbers.format(number, DIGITS));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return format((double) number, to, position);
    }

    private static String count(double number) {
        double size = Math.abs(number);
        if (size >= 1e9) {
            return Numbers.format(number / 1e9, DIGITS) + "G";
        }
        if (size >= 1e6) {
            return Numbers.format(number / 1e6, DIGITS) + "M";
        }
        boolean shortens = size >= 10 * THOUSAND || size >= THOUSAND && number % 100 == 0;
        return shortens ? Numbers.format(number / THOUSAND, DIGITS) + "k" : Numbers.format(number, DIGITS);
    }

    @Override
    public @Nullable Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("an axis is only written");
    }
}
