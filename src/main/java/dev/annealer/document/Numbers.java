package dev.annealer.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How numbers are read and written, everywhere: shortest text that reads back as the same double, in the notation of
/// the field (`3e-4`, not `3.0E-4`).
public final class Numbers {
    /// Counts above this are not exact as doubles.
    public static final long MAX_COUNT = 1L << 53;

    private static final String DECIMAL = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";
    private static final Pattern NUMBER = Pattern.compile(DECIMAL);
    private static final Pattern FRACTION = Pattern.compile("(" + DECIMAL + ")\\s*/\\s*(" + DECIMAL + ")");
    /// Longer than any text that a person types, and short enough to stay cheap with any exponent.
    private static final int MAX_LENGTH = 400;
    private static final int MAX_EXPONENT_DIGITS = 6;
    private static final double PLAIN_FROM = 1e-3;
    private static final double PLAIN_WHOLE_UNTIL = 1e15;

    private Numbers() {}

    /// Shortest round-trip text: `0.1`, `1e-5`, `300`, `1e22`. Not for NaN or infinities, which no document holds.
    public static String format(double value) {
        if (value == Math.rint(value) && Math.abs(value) < PLAIN_WHOLE_UNTIL) {
            return value == 0 ? "0" : Long.toString((long) value);
        }
        if (Math.abs(value) >= PLAIN_FROM && Math.abs(value) < PLAIN_WHOLE_UNTIL) {
            return new BigDecimal(Double.toString(value)).toPlainString();
        }
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    /// As {@link #format(double)}, rounded to `digits` significant digits: for labels, never for files.
    public static String format(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        var rounded = new BigDecimal(value).round(new java.math.MathContext(digits, RoundingMode.HALF_EVEN));
        return format(rounded.doubleValue());
    }

    /// A count as texts say it: `1,234,567`.
    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static OptionalDouble parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return OptionalDouble.empty();
        }
        if (NUMBER.matcher(text).matches()) {
            return OptionalDouble.of(Double.parseDouble(text));
        }
        Matcher fraction = FRACTION.matcher(text);
        if (!fraction.matches()) {
            return OptionalDouble.empty();
        }
        double denominator = Double.parseDouble(fraction.group(2));
        return denominator == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(fraction.group(1)) / denominator);
    }

    static OptionalLong parseCount(String text) {
        if (text.length() > MAX_LENGTH || !NUMBER.matcher(text).matches() || hasHugeExponent(text)) {
            return OptionalLong.empty();
        }
        var value = new BigDecimal(text);
        boolean tooLarge = value.precision() - value.scale() > 17;
        if (tooLarge || value.stripTrailingZeros().scale() > 0 || value.abs().compareTo(BigDecimal.valueOf(MAX_COUNT)) > 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.longValueExact());
    }

    /// BigDecimal refuses, or takes for ever with, exponents such as `1e999999999`.
    private static boolean hasHugeExponent(String text) {
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        return e >= 0 && text.length() - e > MAX_EXPONENT_DIGITS;
    }
}
