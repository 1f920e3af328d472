package dev.annealer.ui.export;

import dev.annealer.export.target.Exporter.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a line of code into pieces that are shown in different colours. It knows words and quotes, not grammar: enough for
/// code that is made here.
public final class Highlighter {
    /// What a piece is.
    public enum Kind {
        PLAIN,
        KEYWORD,
        STRING,
        NUMBER,
        COMMENT
    }

    public record Piece(String text, Kind kind) {}

    private static final Set<String> PYTHON = Set.of(
            "and", "as", "break", "class", "continue", "def", "elif", "else", "for", "from", "if", "import", "in", "is",
            "lambda", "not", "or", "pass", "raise", "return", "self", "while", "with", "None", "True", "False");
    private static final Set<String> JAVA = Set.of(
            "boolean", "class", "double", "else", "final", "for", "if", "import", "int", "long", "new", "private", "public",
            "return", "static", "this", "throw", "void", "while", "true", "false", "null", "package");
    private static final Set<String> JSON = Set.of("true", "false", "null");
    private static final Pattern TOKEN = Pattern.compile("(?<comment>#.*|//.*|/\\*.*|^\\s*\\*.*)"
            + "|(?<string>\"\"\".*|\"(?:\\\\.|[^\"\\\\])*\")"
            + "|(?<number>(?<![\\w.])\\d[\\d_]*(?:\\.\\d*)?(?:[eE][+-]?\\d+)?[Ld]?)"
            + "|(?<word>[A-Za-z_][A-Za-z_0-9]*)");

    private Highlighter() {}

    /// All lines of `code`, each in pieces.
    static List<List<Piece>> highlight(String code, Language language) {
        var lines = new ArrayList<List<Piece>>();
        boolean inText = false;
        for (String line : code.split("\n", -1)) {
            int quotes = line.split("\"\"\"", -1).length - 1;
            boolean documentation = language == Language.PYTHON && (inText || quotes > 0);
            lines.add(documentation ? List.of(new Piece(line, Kind.COMMENT)) : pieces(line, language));
            inText = language == Language.PYTHON && inText != (quotes % 2 == 1);
        }
        return lines;
    }

    private static List<Piece> pieces(String line, Language language) {
        var pieces = new ArrayList<Piece>();
        Matcher matcher = TOKEN.matcher(line);
        int end = 0;
        while (matcher.find()) {
            Kind kind = kind(matcher, language);
            if (kind != Kind.PLAIN) {
                add(pieces, line.substring(end, matcher.start()), Kind.PLAIN);
                add(pieces, matcher.group(), kind);
                end = matcher.end();
            }
        }
        add(pieces, line.substring(end), Kind.PLAIN);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, Kind kind) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, kind));
        }
    }

    private static Kind kind(Matcher matcher, Language language) {
        if (matcher.group("comment") != null) {
            boolean isComment = language == Language.JAVA || language == Language.PYTHON && matcher.group().startsWith("#");
            return isComment ? Kind.COMMENT : Kind.PLAIN;
        }
        if (matcher.group("string") != null) {
            return Kind.STRING;
        }
        if (matcher.group("number") != null) {
            return Kind.NUMBER;
        }
        Set<String> keywords =
                switch (language) {
                    case PYTHON -> PYTHON;
                    case JAVA -> JAVA;
                    case JSON -> JSON;
                    case TEXT -> Set.of();
                };
        return keywords.contains(matcher.group()) ? Kind.KEYWORD : Kind.PLAIN;
    }
}
