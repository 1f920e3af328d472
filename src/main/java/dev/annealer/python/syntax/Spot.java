package dev.annealer.python.syntax;

/// A stretch of the source: the characters [start, end), and the line of its first character, from 1.
public record Spot(SourceText source, int start, int end, int line) {
    private static final int LONGEST = 80;

    /// As written, without white space, so that `len( loader )` and `len(loader)` are one name.
    public String text() {
        return end - start > 10 * LONGEST ? shown() : written().replaceAll("\\s+", "");
    }

    /// As written, on one line and cut where it is long.
    public String shown() {
        String text = source.text().substring(start, Math.min(end, start + 4 * LONGEST)).strip().replaceAll("\\s+", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private String written() {
        return source.text().substring(start, end);
    }
}
