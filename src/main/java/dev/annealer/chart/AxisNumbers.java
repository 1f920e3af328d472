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
    private static final double MILLION = 1e6;

    private final boolean counts;
    private final double unit;

    private AxisNumbers(boolean counts, double unit) {
        this.counts = counts;
        this.unit = unit;
    }

    /// Learning rates and losses: `3e-4`, `0.1`, `5e12`.
    static NumberFormat rates() {
        return new AxisNumbers(false, 1);
    }

    /// Steps, or epochs of `unit` steps each: `500`, `20k`, `1.5M`.
    static NumberFormat counts(double unit) {
        return new AxisNumbers(true, unit);
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        return to.append(counts ? count(number / unit) : rate(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return format((double) number, to, position);
    }

    /// Digits of a loss that has gone to billions would leave no room for its curve.
    private static String rate(double number) {
        if (Math.abs(number) < MILLION || Double.isInfinite(number)) {
            return Numbers.format(number, DIGITS);
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(number)) + 1e-12);
        return Numbers.format(number / Math.pow(10, exponent), DIGITS) + "e" + exponent;
    }

    private static String count(double number) {
        double size = Math.abs(number);
        if (size >= 1e9) {
            return Numbers.format(number / 1e9, DIGITS) + "G";
        }
        if (size >= MILLION) {
            return Numbers.format(number / MILLION, DIGITS) + "M";
        }
        boolean shortens = size >= 10 * THOUSAND || size >= THOUSAND && number % 100 == 0;
        return shortens ? Numbers.format(number / THOUSAND, DIGITS) + "k" : Numbers.format(number, DIGITS);
    }

    @Override
    public @Nullable Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("an axis is only written");
    }
}
