package dev.annealer.schedule.expression;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers as Python writes them.
public final class PythonNumbers {
    private static final int MOST_CHARACTERS = 1200;
    private static final Pattern DECIMAL = Pattern.compile("[1-9](_?\\d)*|0(_?0)*");
    private static final Pattern RADIX = Pattern.compile("0[xX](_?[0-9a-fA-F])+|0[oO](_?[0-7])+|0[bB](_?[01])+");
    private static final String DIGITS = "\\d(?:_?\\d)*";
    private static final String EXPONENT = "[eE][+-]?" + DIGITS;
    private static final String POINT = "(?:" + DIGITS + "\\.(?:" + DIGITS + ")?|\\." + DIGITS + ")";
    private static final Pattern FLOAT = Pattern.compile(POINT + "(?:" + EXPONENT + ")?|" + DIGITS + EXPONENT);

    private PythonNumbers() {}

    /// The literal's value: a `BigInteger`, or a `Double` where it has a point or an exponent. Empty for anything else.
    public static Optional<Number> literal(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String plain = text.replace("_", "");
        if (DECIMAL.matcher(text).matches()) {
            return Optional.of(new BigInteger(plain));
        }
        if (RADIX.matcher(text).matches()) {
            return Optional.of(new BigInteger(plain.substring(2), radix(plain.charAt(1))));
        }
        return FLOAT.matcher(text).matches() ? Optional.of(Double.valueOf(plain)) : Optional.empty();
    }

    private static int radix(char letter) {
        return switch (Character.toLowerCase(letter)) {
            case 'x' -> 16;
            case 'o' -> 8;
            default -> 2;
        };
    }

    /// The value of a document's number: a whole number without a point or an exponent is an int, all else a float. Empty
    /// where the text is no finite number.
    public static Optional<Number> constant(String text) {
        boolean negative = text.startsWith("-");
        Optional<Number> magnitude = literal(negative ? text.substring(1) : text);
        return magnitude
                .filter(value -> value instanceof BigInteger || Double.isFinite(value.doubleValue()))
                .map(value -> negative ? PythonArithmetic.negate(value) : value);
    }
}
