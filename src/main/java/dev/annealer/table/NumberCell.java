package dev.annealer.table;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Locale;

/// What a cell says.
final class NumberCell {
    /// A number, text, or nothing.
    enum Kind {
        NUMBER,
        TEXT,
        MISSING
    }

    private static final int LONGEST = 400;

    private final boolean decimalComma;
    private Kind kind = Kind.MISSING;
    private double value;
    private char[] swapped = new char[32];

    NumberCell(boolean decimalComma) {
        this.decimalComma = decimalComma;
    }

    double value() {
        return value;
    }

    static boolean isNumber(String text, boolean decimalComma) {
        char[] chars = text.toCharArray();
        return new NumberCell(decimalComma).parse(chars, 0, chars.length) == Kind.NUMBER;
    }

    /// Reads `length` characters from `offset`; {@link #value()} is good where this is a number.
    Kind parse(char[] text, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && isPadding(text[from])) {
            from++;
        }
        while (to > from && isPadding(text[to - 1])) {
            to--;
        }
        if (from == to) {
            return kind = Kind.MISSING;
        }
        char first = text[from];
        boolean plain = first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.' || decimalComma && first == ',';
        if (plain && to - from <= LONGEST && looksLikeNumber(text, from, to)) {
            return kind = parseDigits(text, from, to);
        }
        return kind = parseWord(new String(text, from, Math.min(to - from, LONGEST)));
    }

    private static boolean isPadding(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\uFEFF';
    }

    /// Sorts out dates, times and words, for which a parser would have to throw.
    private boolean looksLikeNumber(char[] text, int from, int to) {
        boolean digit = false;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c == '-' || c == '+') {
                if (i > from && (text[i - 1] | 0x20) != 'e') {
                    return false;
                }
            } else if (c != '.' && (c | 0x20) != 'e' && !(decimalComma && c == ',')) {
                return false;
            }
        }
        return digit;
    }

    private Kind parseDigits(char[] text, int from, int to) {
        char[] digits = text;
        int start = from;
        if (decimalComma) {
            digits = withPoint(text, from, to);
            start = 0;
        }
        try {
            value = JavaDoubleParser.parseDouble(digits, start, to - from);
            return Kind.NUMBER;
        } catch (NumberFormatException _) {
            return Kind.TEXT;
        }
    }

    private char[] withPoint(char[] text, int from, int to) {
        if (swapped.length < to - from) {
            swapped = new char[to - from];
        }
        for (int i = from; i < to; i++) {
            swapped[i - from] = text[i] == ',' ? '.' : text[i];
        }
        return swapped;
    }

    private Kind parseWord(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        switch (word) {
            case "nan", "+nan", "-nan" -> {
                value = Double.NaN;
                return Kind.NUMBER;
            }
            case "inf", "+inf", "infinity", "+infinity" -> {
                value = Double.POSITIVE_INFINITY;
                return Kind.NUMBER;
            }
            case "-inf", "-infinity" -> {
                value = Double.NEGATIVE_INFINITY;
                return Kind.NUMBER;
            }
            case "none", "null", "n/a", "na", "-", "--", "<na>" -> {
                return Kind.MISSING;
            }
            default -> {
                return parseWrapped(word);
            }
        }
    }

    /// `[0.001]`, `(0.1, 0.1)`, `tensor(0.69, device='cuda:0')`, `12.5%`: the first number inside.
    private Kind parseWrapped(String word) {
        String inside = word;
        if (word.endsWith("%")) {
            inside = word.substring(0, word.length() - 1);
        } else {
            int open = word.startsWith("tensor(") ? 6 : 0;
            char bracket = word.charAt(open);
            char end = word.charAt(word.length() - 1);
            boolean wrapped = (bracket == '[' && end == ']' || bracket == '(' && end == ')') && word.length() > open + 2;
            if (!wrapped) {
                return Kind.TEXT;
            }
            inside = word.substring(open + 1, word.length() - 1).split(",", 2)[0];
        }
        char[] chars = inside.strip().toCharArray();
        boolean number = chars.length > 0 && chars[0] != '[' && looksLikeNumber(chars, 0, chars.length);
        return number ? parseDigits(chars, 0, chars.length) : Kind.TEXT;
    }
}
