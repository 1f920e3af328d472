package dev.annealer.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows of ARCHITECTURE.md: a package, what it is, and in brackets what it may import, which stands above it.
final class AllowedImports {
    private static final String FROM = "src/main/java/dev/annealer/";
    private static final String TO = "src/main/resources/dev/annealer/";
    private static final Pattern PACKAGE = Pattern.compile("^  (\\w+)/ .*");
    private static final Pattern BRACKETS = Pattern.compile(".*\\[([a-z ]+)]$");
    private static final Pattern ALL_ABOVE = Pattern.compile("all above(?: but (\\w+))?");

    private AllowedImports() {}

    static Map<String, List<String>> read() {
        var imports = new LinkedHashMap<String, List<String>>();
        String own = "";
        for (String line : rows()) {
            Matcher row = PACKAGE.matcher(line);
            own = row.matches() ? row.group(1) : own;
            Matcher brackets = BRACKETS.matcher(line);
            if (brackets.matches() && !imports.containsKey(own)) {
                imports.put(own, allowed(brackets.group(1), List.copyOf(imports.keySet())));
            }
        }
        return imports;
    }

    private static List<String> rows() {
        try {
            List<String> lines = Files.readAllLines(Path.of("ARCHITECTURE.md"));
            int from = lines.indexOf(FROM);
            int to = from;
            while (!lines.get(to).startsWith(TO)) {
                to++;
            }
            return lines.subList(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> allowed(String brackets, List<String> above) {
        Matcher all = ALL_ABOVE.matcher(brackets);
        if (all.matches()) {
            return above.stream().filter(name -> !name.equals(all.group(1))).toList();
        }
        List<String> named = brackets.equals("nothing") ? List.of() : List.of(brackets.split(" "));
        if (!above.containsAll(named)) {
            throw new IllegalStateException("[" + brackets + "] names what does not stand above it");
        }
        return named;
    }
}
