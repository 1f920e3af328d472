package dev.annealer.export.python;

import dev.annealer.document.Numbers;
import dev.annealer.export.target.Lines;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Python's literals, and calls broken into lines as Black breaks them.
final class PythonText {
    /// Black's.
    static final int WIDTH = 88;

    private PythonText() {}

    /// A literal of a float: `1.0`, `1e-5`, `0.1`.
    static String floatLiteral(double value) {
        String text = Numbers.format(value);
        return text.matches("-?\\d+") ? text + ".0" : text;
    }

    /// As an argument or a term of a sum: `1 / 3` for the third that PyTorch has as a default.
    static String readable(double value) {
        return value == 1.0 / 3 ? "1 / 3" : value == 1 - 1.0 / 3 ? "2 / 3" : Numbers.format(value);
    }

    static String string(String text) {
        var literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> literal.append(escaped(c)));
        return literal.append('"').toString();
    }

    private static String escaped(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        if (c >= ' ' && c < 127) {
            return Character.toString(c);
        }
        return c < 0x10000 ? String.format(Locale.ROOT, "\\u%04x", c) : String.format(Locale.ROOT, "\\U%08x", c);
    }

    /// A literal of a constant's value: an int or a float.
    static String number(Number value) {
        return value instanceof BigInteger ? value.toString() : floatLiteral(value.doubleValue());
    }

    /// An import of names, in parentheses where they need several lines.
    static void bracketedImport(Lines lines, String before, List<String> names) {
        String oneLine = before + String.join(", ", names);
        if (oneLine.length() <= WIDTH) {
            lines.add(oneLine);
        } else {
            bracketed(lines, before, "(", names, ")");
        }
    }

    static String list(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    /// A line that Black is told to leave as it is where it is too long.
    static void add(Lines lines, String line) {
        boolean fits = lines.column() + line.length() <= WIDTH;
        lines.add(line + (fits ? "" : "  # fmt: skip"));
    }

    /// `before` + `open` + the items + `close` on one line where it fits, else an item a line.
    static void bracketed(Lines lines, String before, String open, List<String> items, String close) {
        String oneLine = before + open + String.join(", ", items) + close;
        if (lines.column() + oneLine.length() <= WIDTH && !oneLine.contains("\n")) {
            lines.add(oneLine);
            return;
        }
        lines.add(before + open).indent();
        items.forEach(item -> lines.add(item + ","));
        lines.outdent().add(close);
    }

    /// The same as an item of a list, with a comma after it.
    static void bracketedItem(Lines lines, String open, List<String> items, String close) {
        String oneLine = open + String.join(", ", items) + close + ",";
        if (lines.column() + oneLine.length() <= WIDTH) {
            lines.add(oneLine);
            return;
        }
        lines.add(open).indent();
        items.forEach(item -> lines.add(item + ","));
        lines.outdent().add(close + ",");
    }
}
