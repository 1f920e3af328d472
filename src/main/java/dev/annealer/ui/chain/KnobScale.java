package dev.annealer.ui.chain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// How the position of a slider, 0 to 1, becomes a number and back.
///
/// @param low the number at the left end; for a logarithmic scale the least above zero
/// @param isLogarithmic whether equal ways are equal factors
/// @param fromZero whether the left end itself is 0 on a logarithmic scale
/// @param isWhole whether only whole numbers come out
record KnobScale(double low, double high, boolean isLogarithmic, boolean fromZero, boolean isWhole) {
    private static final int DIGITS = 3;

    static KnobScale linear(double low, double high) {
        return new KnobScale(low, high, false, false, false);
    }

    static KnobScale logarithmic(double low, double high, boolean fromZero) {
        return new KnobScale(low, high, true, fromZero, false);
    }

    static KnobScale whole(double low, double high) {
        return new KnobScale(low, Math.max(low + 1, high), high / Math.max(1, low) > 200, false, true);
    }

    /// Rounded to what a person would type.
    double valueAt(double position) {
        if (isLogarithmic && fromZero && position <= 0) {
            return 0;
        }
        double value = isLogarithmic
                ? low * Math.pow(high / low, position)
                : low + (high - low) * position;
        return isWhole ? Math.rint(value) : rounded(value);
    }

    double positionOf(double value) {
        double position = isLogarithmic
                ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
                : (value - low) / (high - low);
        return Math.clamp(position, 0, 1);
    }

    private double rounded(double value) {
        double size = isLogarithmic ? Math.abs(value) : high - low;
        if (size == 0 || value == 0) {
            return value;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(size)) - DIGITS + 1);
        return new BigDecimal(Math.rint(value / unit) * unit)
                .round(new MathContext(12))
                .doubleValue();
    }

    /// The number after one press of an arrow key in a text field: the last digit that was written changes.
    static double nudged(String text, double value, int direction) {
        String mantissa = text.toLowerCase(Locale.ROOT).replaceAll("e.*", "");
        int decimals = mantissa.contains(".") ? mantissa.length() - mantissa.indexOf('.') - 1 : 0;
        double scale = Math.pow(10, exponent(text) - decimals);
        double next = value + direction * scale;
        boolean fallsToZero = direction < 0 && next <= scale / 2 && value > 0 && scale < 1;
        double moved = fallsToZero ? value - scale / 10 : next;
        return new BigDecimal(moved).round(new MathContext(12)).doubleValue();
    }

    private static int exponent(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int e = lower.indexOf('e');
        return e < 0 ? 0 : Integer.parseInt(lower.substring(e + 1));
    }
}
