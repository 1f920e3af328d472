package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Lines;
import dev.annealer.export.target.PlainText;
import java.util.List;

/// What every module begins with: what it is, how it is made again, and its imports.
final class ModuleHeader {
    private ModuleHeader() {}

    /// @param notes further paragraphs
    static String write(ExportInput input, String format, List<String> notes) {
        var lines = new Lines();
        lines.add("\"\"\"Learning-rate schedule: " + PlainText.of(input.name()) + ".").blank();
        lines.add("Made by Annealer from a document of format " + Document.FORMAT_VERSION + ". To make it again:").blank();
        lines.add("    annealer export DOCUMENT.json --format " + format);
        notes.forEach(note -> lines.blank().add(note));
        return lines.add("\"\"\"").blank().toString();
    }

    /// The modules of Python that `body` uses, and then those of others.
    static String imports(String body, List<String> others) {
        var lines = new Lines();
        List<String> standard = List.of("bisect", "math").stream().filter(module -> body.contains(module + ".")).toList();
        standard.forEach(module -> lines.add("import " + module));
        if (!standard.isEmpty() && !others.isEmpty()) {
            lines.blank();
        }
        others.forEach(lines::add);
        return standard.isEmpty() && others.isEmpty() ? "" : lines.blank().toString();
    }
}
