package dev.annealer.python.syntax;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// String literals. Those with a placeholder (f-strings) have no text that could be known.
final class StringReader {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", Pattern.DOTALL);

    private StringReader() {}

    static Expr read(Tree tree) {
        List<Tree> parts = tree.is("concatenated_string") ? tree.named() : List.of(tree);
        var text = new StringBuilder();
        for (Tree part : parts) {
            if (part.ofType("interpolation").isPresent()) {
                return new Expr.Opaque(tree.at());
            }
            part.children().stream()
                    .filter(child -> child.is("string_content"))
                    .forEach(content -> text.append(unescaped(content.text())));
        }
        return new Expr.TextLiteral(tree.at(), text.toString());
    }

    /// The escapes that names have; any other stays as it is.
    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
    }

    private static String character(MatchResult escape) {
        String hex = escape.group(1) != null ? escape.group(1) : escape.group(2);
        if (hex != null) {
            int point = (int) Long.parseLong(hex, 16);
            return Character.isValidCodePoint(point) ? Character.toString(point) : "";
        }
        return switch (escape.group(3)) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "\\", "'", "\"" -> escape.group(3);
            default -> escape.group();
        };
    }
}
