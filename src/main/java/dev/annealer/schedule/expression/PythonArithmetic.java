package dev.annealer.schedule.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Python's arithmetic of int and float, to the last bit: an int is a {@code BigInteger}, a float is a {@code Double}.
 *
 * <p>What raises in Python, or gives a complex number, is an {@code ArithmeticException} whose message is the reason.
 * Ints are exact up to 4096 bits.
 *
 * <p>This source is also copied into exported Java classes that need it, so that an export computes with the very code that
 * drew the chart: it keeps to Java 8 and to {@code java.math}, and has no comment of the newer kind.
 */
public final class PythonArithmetic {
    private static final int MOST_BITS = 4096;
    /** Beyond these many digits, rounding a double changes nothing or leaves nothing. */
    private static final int MOST_DIGITS = 1100;

    private PythonArithmetic() {}

    /** The int {@code value}. */
    public static Number of(long value) {
        return BigInteger.valueOf(value);
    }

    private static BigInteger big(Number value) {
        return (BigInteger) value;
    }

    private static boolean isInt(Number value) {
        return value instanceof BigInteger;
    }

    private static Number checked(BigInteger value) {
        if (value.bitLength() > MOST_BITS) {
            throw new ArithmeticException("an integer of more than " + MOST_BITS + " bits");
        }
        return value;
    }

    /** Python's {@code float(value)}. */
    public static double toDouble(Number value) {
        double result = value.doubleValue();
        if (isInt(value) && Double.isInfinite(result)) {
            throw new ArithmeticException("an integer too large to be a float");
        }
        return result;
    }

    public static boolean isTrue(Number value) {
        return isInt(value) ? big(value).signum() != 0 : value.doubleValue() != 0;
    }

    /** The int 1 or 0. */
    public static Number truth(boolean value) {
        return value ? BigInteger.ONE : BigInteger.ZERO;
    }

    public static Number negate(Number a) {
        if (isInt(a)) {
            return big(a).negate();
        }
        return -a.doubleValue();
    }

    public static Number add(Number a, Number b) {
        if (isInt(a) && isInt(b)) {
            return checked(big(a).add(big(b)));
        }
        return toDouble(a) + toDouble(b);
    }

    public static Number subtract(Number a, Number b) {
        if (isInt(a) && isInt(b)) {
            return checked(big(a).subtract(big(b)));
        }
        return toDouble(a) - toDouble(b);
    }

    public static Number multiply(Number a, Number b) {
        if (isInt(a) && isInt(b)) {
            return checked(big(a).multiply(big(b)));
        }
        return toDouble(a) * toDouble(b);
    }

    public static Number divide(Number a, Number b) {
        if (isInt(a) && isInt(b)) {
            return divideInts(big(a), big(b));
        }
        double divisor = toDouble(b);
        refuseZero(divisor == 0);
        return toDouble(a) / divisor;
    }

    private static void refuseZero(boolean zero) {
        if (zero) {
            throw new ArithmeticException("division by zero");
        }
    }

    /** The quotient rounded once, half to even: at least 66 bits of it, the last one sticky. */
    private static Number divideInts(BigInteger a, BigInteger b) {
        refuseZero(b.signum() == 0);
        int shift = Math.max(0, 66 - a.bitLength() + b.bitLength());
        BigInteger[] parts = a.abs().shiftLeft(shift).divideAndRemainder(b.abs());
        BigInteger quotient = parts[1].signum() == 0 ? parts[0] : parts[0].setBit(0);
        double magnitude = Math.scalb(quotient.doubleValue(), -shift);
        if (Double.isInfinite(quotient.doubleValue())) {
            int drop = quotient.bitLength() - 70;
            magnitude = Math.scalb(quotient.shiftRight(drop).setBit(0).doubleValue(), drop - shift);
        }
        if (Double.isInfinite(magnitude)) {
            throw new ArithmeticException("an integer quotient too large to be a float");
        }
        return a.signum() * b.signum() < 0 ? -magnitude : magnitude;
    }

    public static Number floorDivide(Number a, Number b) {
        if (isInt(a) && isInt(b)) {
            refuseZero(big(b).signum() == 0);
            BigInteger[] parts = big(a).divideAndRemainder(big(b));
            boolean down = parts[1].signum() != 0 && parts[1].signum() != big(b).signum();
            return down ? parts[0].subtract(BigInteger.ONE) : parts[0];
        }
        return floorDivide(toDouble(a), toDouble(b));
    }

    public static double floorDivide(double a, double b) {
        refuseZero(b == 0);
        double rest = a % b;
        double quotient = (a - rest) / b;
        if (rest != 0 && (b < 0) != (rest < 0)) {
            quotient -= 1;
        }
        if (quotient == 0) {
            return Math.copySign(0.0, a / b);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    public static Number modulo(Number a, Number b) {
        if (isInt(a) && isInt(b)) {
            refuseZero(big(b).signum() == 0);
            BigInteger rest = big(a).remainder(big(b));
            return rest.signum() != 0 && rest.signum() != big(b).signum() ? rest.add(big(b)) : rest;
        }
        return modulo(toDouble(a), toDouble(b));
    }

    public static double modulo(double a, double b) {
        refuseZero(b == 0);
        double rest = a % b;
        if (rest == 0) {
            return Math.copySign(0.0, b);
        }
        return (b < 0) != (rest < 0) ? rest + b : rest;
    }

    public static Number power(Number a, Number b) {
        if (isInt(a) && isInt(b) && big(b).signum() >= 0) {
            return powerOfInts(big(a), big(b));
        }
        return power(toDouble(a), toDouble(b));
    }

    private static Number powerOfInts(BigInteger a, BigInteger b) {
        if (a.bitLength() <= 1 && a.abs().compareTo(BigInteger.ONE) <= 0) {
            boolean odd = b.testBit(0);
            return b.signum() == 0 ? BigInteger.ONE : odd ? a : a.abs();
        }
        // A number of n bits to the power of b has more than (n - 1) * b bits.
        boolean tooLarge = b.bitLength() > 31 || (a.abs().bitLength() - 1L) * b.intValue() > MOST_BITS;
        if (tooLarge) {
            throw new ArithmeticException("an integer of more than " + MOST_BITS + " bits");
        }
        return checked(a.pow(b.intValue()));
    }

    /** The operator {@code **} of floats. */
    public static double power(double a, double b) {
        if (a == 1 || b == 0) {
            return 1;
        }
        if (a == -1 && Double.isInfinite(b)) {
            return 1;
        }
        if (a == 0 && b < 0) {
            throw new ArithmeticException("zero to a negative power");
        }
        if (a < 0 && !Double.isInfinite(a) && !Double.isInfinite(b) && b != Math.rint(b)) {
            throw new ArithmeticException("a negative number to a fractional power");
        }
        // Common in schedules, and several times as fast as a power; two roundings.
        if (b == -0.5 && a > 0) {
            return 1 / Math.sqrt(a);
        }
        return finite(Math.pow(a, b), a, b);
    }

    private static double finite(double result, double a, double b) {
        if (Double.isInfinite(result) && !Double.isInfinite(a) && !Double.isInfinite(b)) {
            throw new ArithmeticException("a number too large");
        }
        return result;
    }

    /** Negative, zero or positive as a is less than, equal to or greater than b; neither may be NaN. */
    private static int compare(Number a, Number b) {
        if (isInt(a) && isInt(b)) {
            return big(a).compareTo(big(b));
        }
        if (isInt(a)) {
            return -compareToInt(b.doubleValue(), big(a));
        }
        return isInt(b) ? compareToInt(a.doubleValue(), big(b)) : Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
    }

    private static int compareToInt(double a, BigInteger b) {
        return Double.isInfinite(a) ? (a > 0 ? 1 : -1) : new BigDecimal(a).compareTo(new BigDecimal(b));
    }

    private static boolean comparable(Number a, Number b) {
        return !Double.isNaN(a.doubleValue()) && !Double.isNaN(b.doubleValue());
    }

    public static boolean less(Number a, Number b) {
        return comparable(a, b) && compare(a, b) < 0;
    }

    public static boolean lessOrEqual(Number a, Number b) {
        return comparable(a, b) && compare(a, b) <= 0;
    }

    public static boolean equal(Number a, Number b) {
        return comparable(a, b) && compare(a, b) == 0;
    }

    /** The first of the least. */
    public static Number min(Number... values) {
        Number least = values[0];
        for (Number value : values) {
            least = less(value, least) ? value : least;
        }
        return least;
    }

    /** The first of the greatest. */
    public static Number max(Number... values) {
        Number greatest = values[0];
        for (Number value : values) {
            greatest = less(greatest, value) ? value : greatest;
        }
        return greatest;
    }

    public static Number abs(Number a) {
        if (isInt(a)) {
            return big(a).abs();
        }
        return Math.abs(a.doubleValue());
    }

    /** To an int, half to even. */
    public static Number round(Number a) {
        return isInt(a) ? a : toInt(Math.rint(a.doubleValue()));
    }

    /** To so many decimals, half to even on the exact binary value; an int stays an int. */
    public static Number round(Number a, Number digits) {
        if (!isInt(digits)) {
            throw new ArithmeticException("round() takes a whole number of digits");
        }
        int places = Math.max(-MOST_DIGITS * 2, Math.min(MOST_DIGITS, big(digits).bitLength() > 31
                ? big(digits).signum() * Integer.MAX_VALUE
                : big(digits).intValue()));
        if (isInt(a)) {
            return places >= 0
                    ? a
                    : new BigDecimal(big(a)).setScale(places, RoundingMode.HALF_EVEN).toBigInteger();
        }
        return round(a.doubleValue(), places);
    }

    private static double round(double a, int places) {
        if (Double.isNaN(a) || Double.isInfinite(a) || a == 0) {
            return a;
        }
        double rounded = new BigDecimal(a).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
        return Math.copySign(finite(rounded, a, a), a);
    }

    /** Python's {@code int(a)}: towards zero. */
    public static Number toInt(Number a) {
        if (isInt(a)) {
            return a;
        }
        double value = a.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new ArithmeticException("no integer can be made of " + value);
        }
        return new BigDecimal(value).toBigInteger();
    }

    public static Number floor(Number a) {
        return isInt(a) ? a : toInt(Math.floor(a.doubleValue()));
    }

    public static Number ceil(Number a) {
        return isInt(a) ? a : toInt(Math.ceil(a.doubleValue()));
    }

    private static double inDomain(boolean inside, String function, double result) {
        if (!inside) {
            throw new ArithmeticException(function + " outside its domain");
        }
        return result;
    }

    public static double sqrt(double a) {
        return inDomain(!(a < 0), "sqrt()", Math.sqrt(a));
    }

    public static double exp(double a) {
        return finite(Math.exp(a), a, a);
    }

    public static double cos(double a) {
        return inDomain(!Double.isInfinite(a), "cos()", Math.cos(a));
    }

    public static double sin(double a) {
        return inDomain(!Double.isInfinite(a), "sin()", Math.sin(a));
    }

    public static double tan(double a) {
        return inDomain(!Double.isInfinite(a), "tan()", Math.tan(a));
    }

    /** {@code math.pow}, which always computes in floats. */
    public static double mathPow(double a, double b) {
        return inDomain(!(a == 0 && b < 0 && !Double.isInfinite(b)), "pow()", a == 0 && b < 0 ? b * b : power(a, b));
    }

    public static double log(Number a) {
        if (isInt(a) && big(a).bitLength() > 1000) {
            int drop = big(a).bitLength() - 100;
            return logOf(big(a).shiftRight(drop).doubleValue()) + drop * Math.log(2);
        }
        return logOf(a.doubleValue());
    }

    private static double logOf(double a) {
        return inDomain(!(a <= 0), "log()", Math.log(a));
    }

    public static Number log(Number a, Number base) {
        return divide((Number) log(a), (Number) log(base));
    }

    public static double log2(Number a) {
        double exact = a.doubleValue();
        int exponent = exact > 0 && !Double.isInfinite(exact) ? Math.getExponent(exact) : 0;
        boolean powerOfTwo = exact == Math.scalb(1.0, exponent);
        return powerOfTwo ? exponent : log(a) / Math.log(2);
    }

    public static double log10(Number a) {
        double value = a.doubleValue();
        return Double.isInfinite(value) && isInt(a) ? log(a) / Math.log(10) : inDomain(!(value <= 0), "log()", Math.log10(value));
    }
}
