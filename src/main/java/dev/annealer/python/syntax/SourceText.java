package dev.annealer.python.syntax;

import java.util.Arrays;

/// Source code with the places of its lines.
public final class SourceText {
    private final String text;
    private final int[] lineStarts;

    public SourceText(String text) {
        this.text = text;
        var starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts[line++] = i + 1;
        }
        this.lineStarts = starts;
    }

    public String text() {
        return text;
    }

    /// The line of the character at `offset`, from 1.
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    Spot spot(int start, int end) {
        return new Spot(this, start, end, line(start));
    }
}
