package dev.annealer.export.target;

/// A document's free text, made harmless for comments of any language: one line, nothing that could end a comment or begin an
/// escape.
public final class PlainText {
    private static final int LONGEST = 200;

    private PlainText() {}

    public static String of(String text) {
        var plain = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> plain.appendCodePoint(harmless(c)));
        return plain.toString().replaceAll("\\s+", " ").strip().replace("*/", "* /");
    }

    private static int harmless(int c) {
        if (c == '\\') {
            return '/';
        }
        if (c == '"') {
            return '\'';
        }
        int type = Character.getType(c);
        boolean invisible = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        return invisible ? ' ' : c;
    }
}
