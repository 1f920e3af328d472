package dev.annealer.table;

import java.util.ArrayList;
import java.util.List;

/// Splits a line without a CSV parser: at runs of blanks, or at delimiters outside of brackets and quotes.
final class Cells {
    private Cells() {}

    /// At runs of blanks and tabs.
    static List<String> atBlanks(String line) {
        var cells = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            boolean blank = i == line.length() || line.charAt(i) <= ' ' || line.charAt(i) == '\u00A0';
            if (blank && start >= 0) {
                cells.add(line.substring(start, i));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
        }
        return cells;
    }

    /// At `delimiter`, except inside of `[]`, `{}`, `()` and quotes.
    static List<String> outsideBrackets(String line, char delimiter) {
        var cells = new ArrayList<String>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"') {
                quote = c;
            } else if (c == '[' || c == '{' || c == '(') {
                depth++;
            } else if (c == ']' || c == '}' || c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (c == delimiter && depth == 0) {
                cells.add(unquoted(line.substring(start, i)));
                start = i + 1;
            }
        }
        cells.add(unquoted(line.substring(start)));
        return cells;
    }

    /// Whether a quote that a cell begins with is still open at the end of the line.
    ///
    /// @param inside whether one is open at its beginning
    static boolean endsInsideQuotes(String line, boolean inside) {
        boolean open = inside;
        boolean cellBegins = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (open || cellBegins)) {
                open = !open;
            }
            cellBegins = ",;\t|".indexOf(c) >= 0 || cellBegins && c == ' ' || c == '"';
        }
        return open;
    }

    private static String unquoted(String cell) {
        String plain = cell.strip();
        boolean quoted = plain.length() >= 2 && plain.charAt(0) == '"' && plain.charAt(plain.length() - 1) == '"';
        return quoted ? plain.substring(1, plain.length() - 1).replace("\"\"", "\"") : cell;
    }
}
