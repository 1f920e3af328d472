package dev.annealer.table;

/// The numbers that programs write, such as `-0.0123` and `1e-05`, in one pass over their characters and without a string.
///
/// Takes less than a parser of doubles does, and what it takes it reads exactly. A number of at most 18 digits is a whole `w`
/// over (or times) a power of ten `p` that a double holds exactly, so IEEE arithmetic can tell the double nearest to the
/// quotient ([Clinger 1990](https://doi.org/10.1145/93542.93557)): at once where `w` is exact too, else by a correction from the
/// remainder of a first division, accepted where its error can't change the rounding.
final class PlainDecimal {
    /// Where no such number ends.
    static final int NONE = -1;

    private static final int MOST_DIGITS = 18;
    private static final int MOST_EXPONENT_DIGITS = 3;
    private static final long EXACT = 1L << 53;

    /// Twice and more what two roundings can do to the correction.
    private static final double DOUBT = 0x1p-50;

    /// Those that doubles hold exactly.
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22
    };

    private double value;
    private int exponent;

    /// The last number that was read.
    double value() {
        return value;
    }

    /// Where the number that begins at `from` ends, at `to` at the latest; {@link #value()} then is the number. What follows it
    /// may make it something else, such as the hour of a time. {@link #NONE} where no such number begins.
    int end(char[] text, int from, int to) {
        boolean negative = from < to && text[from] == '-';
        int start = negative ? from + 1 : from;
        int point = -1;
        long whole = 0;
        int i = start;
        for (; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                whole = whole * 10 + digit;
            } else if (digit == '.' - '0' && point < 0) {
                point = i;
            } else {
                break;
            }
        }
        int digits = point < 0 ? i - start : i - start - 1;
        if (digits == 0 || digits > MOST_DIGITS && digits - leadingZeros(text, start, i) > MOST_DIGITS) {
            return NONE;
        }
        exponent = 0;
        int end = i < to && (text[i] | 0x20) == 'e' ? endOfExponent(text, i + 1, to) : i;
        boolean read = end != NONE && scale(whole, exponent - (point < 0 ? 0 : i - point - 1), negative);
        return read ? end : NONE;
    }

    private static int leadingZeros(char[] text, int from, int to) {
        int zeros = 0;
        for (int i = from; i < to && (text[i] == '0' || text[i] == '.'); i++) {
            zeros += text[i] == '0' ? 1 : 0;
        }
        return zeros;
    }

    /// Of `-05`, from behind the `e`.
    private int endOfExponent(char[] text, int from, int to) {
        boolean signed = from < to && (text[from] == '-' || text[from] == '+');
        int start = signed ? from + 1 : from;
        int i = start;
        while (i < to && i - start <= MOST_EXPONENT_DIGITS && text[i] >= '0' && text[i] <= '9') {
            exponent = exponent * 10 + text[i] - '0';
            i++;
        }
        exponent = text[start - 1] == '-' ? -exponent : exponent;
        return i == start || i - start > MOST_EXPONENT_DIGITS ? NONE : i;
    }

    private boolean scale(long whole, int exponentOfTen, boolean negative) {
        if (Math.abs(exponentOfTen) >= POWERS.length || exponentOfTen > 0 && whole > EXACT) {
            return false;
        }
        double size = exponentOfTen > 0 ? whole * POWERS[exponentOfTen] : divided(whole, POWERS[-exponentOfTen]);
        value = negative ? -size : size;
        return !Double.isNaN(size);
    }

    private static double divided(long whole, double power) {
        return whole <= EXACT ? whole / power : quotient(whole, power);
    }

    /// The double nearest to `whole / power`; NaN where it lies too close to the middle of two to be sure of it.
    private static double quotient(long whole, double power) {
        double high = whole;
        double low = whole - (long) high;
        double first = high / power;
        double correction = (Math.fma(-first, power, high) + low) / power;
        double doubt = Math.abs(correction) * DOUBT;
        double nearest = first + (correction + doubt);
        return nearest == first + (correction - doubt) ? nearest : Double.NaN;
    }
}
