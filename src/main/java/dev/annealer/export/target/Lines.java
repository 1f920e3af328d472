package dev.annealer.export.target;

/// Builds source code line by line.
public final class Lines {
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private String indent = "";

    /// One line at the present indent, or several where `line` has several.
    public Lines add(String line) {
        line.lines().forEach(each -> text.append(each.isEmpty() ? "" : indent + each).append('\n'));
        return this;
    }

    public Lines blank() {
        text.append('\n');
        return this;
    }

    public Lines blank(int count) {
        text.append("\n".repeat(count));
        return this;
    }

    public Lines indent() {
        indent += INDENT;
        return this;
    }

    public Lines outdent() {
        indent = indent.substring(INDENT.length());
        return this;
    }

    /// Characters that the indent takes of a line.
    public int column() {
        return indent.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
