package dev.annealer.table;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Arrays;
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

    /// What a character may be in a number.
    private static final int DIGIT = 1;
    private static final int SIGN = 2;
    private static final int COMMA = 4;
    private static final int MARK = 8;
    private static final int OTHER = 16;
    private static final int TYPESET = 32;
    private static final byte[] ROLES = roles();

    /// The minus of typesetters, which word processors and locales such as Swedish put before numbers.
    private static final char MINUS = '\u2212';

    private final boolean decimalComma;
    private final PlainDecimal decimal = new PlainDecimal();
    private double value;
    private char[] swapped = new char[32];
    private int removed;
    private boolean comma;
    private boolean minus;

    NumberCell(boolean decimalComma) {
        this.decimalComma = decimalComma;
    }

    private static byte[] roles() {
        byte[] roles = new byte[128];
        Arrays.fill(roles, (byte) OTHER);
        Arrays.fill(roles, '0', '9' + 1, (byte) DIGIT);
        roles['+'] = SIGN;
        roles['-'] = SIGN;
        roles[','] = COMMA;
        roles['.'] = MARK;
        roles['e'] = MARK;
        roles['E'] = MARK;
        return roles;
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
        if (decimal.end(text, from, to) == to) {
            value = decimal.value();
            return Kind.NUMBER;
        }
        while (from < to && isPadding(text[from])) {
            from++;
        }
        while (to > from && isPadding(text[to - 1])) {
            to--;
        }
        if (from == to) {
            return Kind.MISSING;
        }
        char first = text[from];
        boolean plain = isDigit(first) || "-+.\u2212".indexOf(first) >= 0 || decimalComma && first == ',';
        if (plain && to - from <= LONGEST && looksLikeNumber(text, from, to)) {
            return parseDigits(text, from, to);
        }
        return mayBeWord(first, text[to - 1])
                ? parseWord(new String(text, from, Math.min(to - from, LONGEST)))
                : Kind.TEXT;
    }

    /// Whether text that begins and ends so may say `nan`, `None`, `inf`, `[0.1]`, `tensor(0.1)` or `5%`.
    private static boolean mayBeWord(char first, char last) {
        return "nNiI+-<#[(tT".indexOf(first) >= 0 || last == '%';
    }

    private static boolean isPadding(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\uFEFF';
    }

    /// Sorts out dates, times and words, for which a parser would have to throw; notes what the parser would not take.
    private boolean looksLikeNumber(char[] text, int from, int to) {
        int seen = 0;
        for (int i = from; i < to; i++) {
            int role = text[i] < ROLES.length ? ROLES[text[i]] : text[i] == MINUS ? SIGN | TYPESET : OTHER;
            seen |= (role & SIGN) != 0 && i > from && (text[i - 1] | 0x20) != 'e' ? OTHER : role;
        }
        comma = (seen & COMMA) != 0;
        minus = (seen & TYPESET) != 0;
        return (seen & OTHER) == 0 && (seen & DIGIT) != 0;
    }

    private Kind parseDigits(char[] text, int from, int to) {
        try {
            value = comma || minus
                    ? JavaDoubleParser.parseDouble(rewritten(text, from, to), 0, to - from - removed)
                    : JavaDoubleParser.parseDouble(text, from, to - from);
            return Kind.NUMBER;
        } catch (NumberFormatException _) {
            return Kind.TEXT;
        }
    }

    /// `1.234,5` or `1,234.5` as `1234.5`, and every minus as the hyphen of programs. A comma that parts no thousands
    /// stays, for the parser to refuse.
    private char[] rewritten(char[] text, int from, int to) {
        swapped = swapped.length < to - from ? new char[to - from] : swapped;
        char grouping = decimalComma ? '.' : ',';
        int length = 0;
        for (int i = from; i < to; i++) {
            boolean dropped = comma && text[i] == grouping && isThousands(text, i, from, to);
            if (!dropped) {
                swapped[length++] = text[i] == MINUS ? '-' : decimalComma && text[i] == ',' ? '.' : text[i];
            }
        }
        removed = to - from - length;
        return swapped;
    }

    /// Whether three digits and no fourth follow the sign at `at`, and one stands before it.
    private static boolean isThousands(char[] text, int at, int from, int to) {
        boolean digitsAround = at > from && isDigit(text[at - 1]) && at + 3 < to;
        for (int i = at + 1; digitsAround && i <= at + 3; i++) {
            digitsAround = isDigit(text[i]);
        }
        return digitsAround && (at + 4 == to || !isDigit(text[at + 4]));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
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
            case "none", "null", "n/a", "na", "#n/a", "-", "--", "<na>", "nat" -> {
                return Kind.MISSING;
            }
            default -> {
                return parseWrapped(word);
            }
        }
    }

    /// `[0.001]`, `(0.1, 0.1)`, `tensor(0.69, device='cuda:0')`, `12.5%`: the first number inside.
    private Kind parseWrapped(String word) {
        String inside;
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
