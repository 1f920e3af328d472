package dev.annealer.table;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Pattern;

/// Turns what Python prints of its dicts, lists and tuples into JSON as far as a lenient parser needs it: `None`, `nan`,
/// `inf` and tuples in JSON's words; of `tensor(0.5, device='cpu')` or `np.float64(0.5)` an array. Text in quotes stays.
final class PythonLiterals extends Reader {
    private static final int CHUNK = 1 << 13;
    private static final Pattern BEGINS_LIKE_PYTHON = Pattern.compile("[\\[{(\\s]{1,9}'[^']{0,99}'\\s*[:,\\]].*", Pattern.DOTALL);
    private static final Pattern HOLDS_WORDS = Pattern.compile("[:,\\[(]\\s?-?(nan|inf|None|True|False)\\s?[,\\])}]");

    private final Reader in;
    private final char[] chunk = new char[CHUNK];
    private final StringBuilder ready = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private int taken;
    private char quote;
    private boolean escaped;
    private boolean inNumber;

    PythonLiterals(Reader in) {
        this.in = in;
    }

    /// Whether text that begins so was printed by Python.
    static boolean recognises(String sample) {
        return BEGINS_LIKE_PYTHON.matcher(sample).matches() || HOLDS_WORDS.matcher(sample).find();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (taken == ready.length()) {
            ready.setLength(0);
            taken = 0;
            int read = in.read(chunk, 0, CHUNK);
            if (read < 0) {
                endWord(' ');
                if (ready.isEmpty()) {
                    return -1;
                }
            }
            for (int i = 0; i < read; i++) {
                take(chunk[i]);
            }
        }
        int count = Math.min(length, ready.length() - taken);
        ready.getChars(taken, taken + count, target, offset);
        taken += count;
        return count;
    }

    private void take(char c) {
        if (quote != 0) {
            ready.append(c);
            quote = c == quote && !escaped ? 0 : quote;
            escaped = c == '\\' && !escaped;
            return;
        }
        boolean partOfWord = Character.isLetter(c) || c == '_' || !word.isEmpty() && (c == '.' || Character.isDigit(c));
        if (partOfWord && !inNumber) {
            word.append(c);
            return;
        }
        endWord(c);
        inNumber = Character.isDigit(c) || inNumber && (c == 'e' || c == 'E' || c == '.');
        quote = c == '\'' || c == '"' ? c : 0;
        ready.append(switch (c) {
            case '(' -> '[';
            case ')' -> ']';
            case '=' -> ',';
            default -> c;
        });
    }

    /// @param next what follows; the name of a call is left out
    private void endWord(char next) {
        if (!word.isEmpty() && next != '(') {
            ready.append(switch (word.toString()) {
                case "None", "null", "NaT" -> "null";
                case "True", "true" -> "true";
                case "False", "false" -> "false";
                case "nan", "NaN" -> "NaN";
                case "inf", "Infinity" -> "Infinity";
                default -> "\"" + word + "\"";
            });
        }
        word.setLength(0);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
