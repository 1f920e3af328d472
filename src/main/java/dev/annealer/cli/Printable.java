package dev.annealer.cli;

/// Text that others wrote, such as names of files and columns, on one line and without a terminal's control sequences.
final class Printable {
    private Printable() {}

    /// With control characters as JSON writes them: `\n`, `\u001b`.
    static String text(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        var printable = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '\n' -> printable.append("\\n");
                case '\r' -> printable.append("\\r");
                case '\t' -> printable.append("\\t");
                default -> printable.append(Character.isISOControl(c) ? String.format("\\u%04x", c) : String.valueOf((char) c));
            }
        });
        return printable.toString();
    }
}
