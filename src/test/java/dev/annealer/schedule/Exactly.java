package dev.annealer.schedule;

import java.math.BigDecimal;
import java.math.MathContext;

/// Functions of doubles, summed up in 50 digits.
final class Exactly {
    static final MathContext DIGITS = new MathContext(50);
    private static final BigDecimal PI = new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494");

    private Exactly() {}

    static BigDecimal cos(double x) {
        return cos(new BigDecimal(x));
    }

    /// `cos(pi * position / half)`
    static BigDecimal cosOfPi(long position, long half) {
        return cos(PI.multiply(BigDecimal.valueOf(position)).divide(BigDecimal.valueOf(half), DIGITS));
    }

    /// For |x| up to a few pi, by its series from the nearest multiple of pi.
    private static BigDecimal cos(BigDecimal x) {
        long turn = Math.round(x.doubleValue() / Math.PI);
        BigDecimal angle = x.subtract(PI.multiply(BigDecimal.valueOf(turn)));
        BigDecimal square = angle.multiply(angle, DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 2; term.abs().compareTo(new BigDecimal("1e-45")) > 0; i += 2) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf((long) i * (i - 1)), DIGITS).negate();
            sum = sum.add(term, DIGITS);
        }
        return turn % 2 == 0 ? sum : sum.negate();
    }

    /// The share of `expected` by which `actual` misses it.
    static double error(double actual, BigDecimal expected) {
        return new BigDecimal(actual).subtract(expected).divide(expected, DIGITS).abs().doubleValue();
    }
}
