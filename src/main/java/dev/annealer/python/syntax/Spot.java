package dev.annealer.python.syntax;

import java.util.regex.Pattern;

/// A stretch of the source: the characters [start, end), and the line of its first character, from 1.
public record Spot(SourceText source, int start, int end, int line) {
    private static final int LONGEST = 80;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// As written, without white space, so that `len( loader )` and `len(loader)` are one name.
    public String text() {
        return end - start > 10 * LONGEST ? shown() : BLANKS.matcher(written()).replaceAll("");
    }

    /// As written, on one line and cut where it is long.
    public String shown() {
        String text = BLANKS.matcher(source.text().substring(start, Math.min(end, start + 4 * LONGEST))).replaceAll(" ").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private String written() {
        return source.text().substring(start, end);
    }
}
