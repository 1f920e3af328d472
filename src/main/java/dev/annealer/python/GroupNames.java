package dev.annealer.python;

import dev.annealer.python.value.PyValue;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names for param groups, from how a script writes their parameters: `model.backbone.parameters()` is `backbone`.
final class GroupNames {
    private static final Pattern KEY = Pattern.compile("^\\w+\\[[\"'](.+)[\"']]$", Pattern.DOTALL);
    private static final Pattern FILTER = Pattern.compile("(not)?[\"']([\\w.]+)[\"'](not)?in");
    private static final Pattern COMPREHENSION = Pattern.compile("^\\[[A-Za-z_]\\w*for(.+?)in(?:\\w+\\.)*(\\w+)\\.(?:named_)?parameters\\(.*", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile("([A-Za-z_]\\w*)\\.(?:named_)?parameters\\(");
    private static final Pattern NAME = Pattern.compile("(?:\\w+\\.)*([A-Za-z_]\\w*)");

    private final Set<String> taken = new HashSet<>();

    String next(PyValue.Dict group) {
        if (group.entries().get("name") instanceof PyValue.Text(String name) && !name.isBlank()) {
            return next(name);
        }
        return next(fromText(group.texts().getOrDefault("params", "")));
    }

    String next(String wanted) {
        String base = wanted.isBlank() ? "group" : wanted;
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    private static String fromText(String text) {
        Matcher key = KEY.matcher(text);
        if (key.matches()) {
            return key.group(1);
        }
        Matcher filter = FILTER.matcher(text);
        if (filter.find()) {
            boolean without = filter.group(1) != null || filter.group(3) != null;
            return (without ? "without_" : "") + filter.group(2);
        }
        Matcher comprehension = COMPREHENSION.matcher(text);
        if (comprehension.matches()) {
            boolean decays = text.contains("ifnotany(") && text.contains("decay");
            boolean doesNot = text.contains("ifany(") && text.contains("decay");
            return decays ? "decay" : doesNot ? "no_decay" : comprehension.group(2);
        }
        Matcher parameters = PARAMETERS.matcher(text);
        if (parameters.find()) {
            return parameters.group(1);
        }
        Matcher name = NAME.matcher(text);
        return name.matches() ? name.group(1) : "";
    }
}
