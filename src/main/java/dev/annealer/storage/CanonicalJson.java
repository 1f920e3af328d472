package dev.annealer.storage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.io.JsonStringEncoder;

/// Lays out JSON for reading and for diffs: two spaces of indent; what has no object inside stands on one line where it fits;
/// longer lists of numbers fill their lines.
///
/// Values are texts ready to be written (numbers, quoted strings), `List`s and `Map`s of values.
public final class CanonicalJson {
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /// The text of a whole file: the outermost object is always broken into lines.
    public static String of(Map<String, ?> root) {
        var json = new CanonicalJson();
        json.brokenObject(root, "");
        return json.out.append('\n').toString();
    }

    /// A text as a value.
    public static String quote(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    private void value(Object value, String indent, int column) {
        boolean fits = isFlat(value) && column + inline(value).length() <= WIDTH;
        if (fits) {
            out.append(inline(value));
            return;
        }
        switch (value) {
            case Map<?, ?> object -> brokenObject(object, indent);
            case List<?> list when list.stream().allMatch(String.class::isInstance) -> filledList(list, indent);
            case List<?> list -> brokenList(list, indent);
            default -> out.append(value);
        }
    }

    /// Whether nothing in it is an object, and it is no object of the outer levels: those hold a key a line.
    private static boolean isFlat(Object value) {
        return switch (value) {
            case Map<?, ?> object -> object.values().stream().noneMatch(CanonicalJson::holdsObject);
            case List<?> list -> list.stream().noneMatch(CanonicalJson::holdsObject);
            default -> true;
        };
    }

    private static boolean holdsObject(Object value) {
        return value instanceof Map || value instanceof List<?> list && list.stream().anyMatch(CanonicalJson::holdsObject);
    }

    private static String inline(Object value) {
        return switch (value) {
            case Map<?, ?> object -> object.entrySet().stream()
                    .map(entry -> quote(entry.getKey().toString()) + ": " + inline(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                list.stream().map(CanonicalJson::inline).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    private void brokenObject(Map<?, ?> object, String indent) {
        String inner = indent + INDENT;
        out.append('{');
        String separator = "\n";
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            String key = inner + quote(entry.getKey().toString()) + ": ";
            out.append(separator).append(key);
            value(entry.getValue(), inner, key.length() + 1);
            separator = ",\n";
        }
        out.append('\n').append(indent).append('}');
    }

    private void brokenList(List<?> list, String indent) {
        String inner = indent + INDENT;
        out.append('[');
        String separator = "\n";
        for (Object item : list) {
            out.append(separator).append(inner);
            value(item, inner, inner.length() + 1);
            separator = ",\n";
        }
        out.append('\n').append(indent).append(']');
    }

    private void filledList(List<?> list, String indent) {
        String inner = indent + INDENT;
        out.append("[\n").append(inner);
        int column = inner.length();
        for (int i = 0; i < list.size(); i++) {
            String item = list.get(i) + (i + 1 < list.size() ? "," : "");
            boolean first = column == inner.length();
            if (!first && column + 1 + item.length() > WIDTH) {
                out.append('\n').append(inner);
                column = inner.length();
                first = true;
            }
            out.append(first ? "" : " ").append(item);
            column += item.length() + (first ? 0 : 1);
        }
        out.append('\n').append(indent).append(']');
    }
}
