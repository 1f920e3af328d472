package dev.annealer.table;

/// Reads lines of delimited text in which no quote stands but around a whole cell of one line: what every CSV parser reads alike.
///
/// Numbers are read where their cells are looked for, so that a character of them is seen once.
final class PlainRows {
    /// Instead of a number of lines or a position: the lines need a parser that knows quotes.
    static final int NOT_PLAIN = -1;

    private final char delimiter;
    private final char commentMark;
    private final RowSink sink;
    private final PlainDecimal decimal = new PlainDecimal();

    PlainRows(Dialect dialect, RowSink sink) {
        delimiter = dialect.delimiter();
        commentMark = dialect.commentMark();
        this.sink = sink;
    }

    /// How many lines there are from `from` to `to`, whose rows are in the sink then.
    int read(char[] text, int from, int to) {
        int lines = 0;
        int at = from;
        while (at != NOT_PLAIN && at < to) {
            lines++;
            char first = text[at];
            if (first == commentMark) {
                at = nextLine(text, endOfLine(text, at, to), to);
            } else if (first == '\n' || first == '\r') {
                at = nextLine(text, at, to);
            } else {
                sink.begin(lines);
                at = row(text, at, to);
                sink.end();
            }
        }
        return at == NOT_PLAIN ? NOT_PLAIN : lines;
    }

    /// Where the line below the row at `from` begins.
    private int row(char[] text, int from, int to) {
        int end = cell(text, from, to);
        while (end < to && end != NOT_PLAIN && text[end] == delimiter) {
            end = cell(text, end + 1, to);
        }
        return end == NOT_PLAIN ? NOT_PLAIN : nextLine(text, end, to);
    }

    /// Where the cell at `from` ends.
    private int cell(char[] text, int from, int to) {
        int start = from;
        while (start < to && text[start] == ' ') {
            start++;
        }
        int end = decimal.end(text, start, to);
        if (end != PlainDecimal.NONE && endsCell(text, end, to)) {
            sink.add(decimal.value());
            return end;
        }
        return from < to && text[from] == '"' ? quoted(text, from + 1, to) : unquoted(text, from, to);
    }

    private int quoted(char[] text, int from, int to) {
        int end = from;
        while (end < to && text[end] != '"' && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        if (end == to || text[end] != '"' || !endsCell(text, end + 1, to)) {
            return NOT_PLAIN;
        }
        sink.add(text, from, end - from);
        return end + 1;
    }

    private int unquoted(char[] text, int from, int to) {
        int end = from;
        while (!endsCell(text, end, to)) {
            if (text[end] == '"') {
                return NOT_PLAIN;
            }
            end++;
        }
        sink.add(text, from, end - from);
        return end;
    }

    private boolean endsCell(char[] text, int at, int to) {
        return at == to || text[at] == delimiter || text[at] == '\n' || text[at] == '\r';
    }

    private static int endOfLine(char[] text, int from, int to) {
        int end = from;
        while (end < to && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return end;
    }

    private static int nextLine(char[] text, int end, int to) {
        boolean two = end + 1 < to && text[end] == '\r' && text[end + 1] == '\n';
        return Math.min(to, two ? end + 2 : end + 1);
    }
}
