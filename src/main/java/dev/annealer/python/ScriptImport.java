package dev.annealer.python;

import dev.annealer.document.Document;
import dev.annealer.document.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What became of a script.
///
/// @param document empty where there is nothing to import; `failures` then say why
/// @param unresolved what the script does not say, each with the number that stands in for it
/// @param remarks what was taken for granted, or could not be carried over
/// @param findings what its training loop does wrong
public record ScriptImport(
        Optional<Document> document,
        List<Unresolved> unresolved,
        List<Remark> remarks,
        List<LoopFinding> findings,
        List<Remark> failures) {
    public ScriptImport {
        unresolved = List.copyOf(unresolved);
        remarks = List.copyOf(remarks);
        findings = List.copyOf(findings);
        failures = List.copyOf(failures);
    }

    /// The document, named after its script, with what was taken for granted in its notes.
    public Optional<Document> named(Path script) {
        String file = script.getFileName().toString();
        return document.map(made -> made.withName(file.replaceFirst("\\.\\w+$", "")).withNotes(assumptions(file)));
    }

    private String assumptions(String file) {
        var lines = new ArrayList<String>();
        lines.add("Imported from " + file + ".");
        unresolved.forEach(missing -> lines.add(
                place(missing.line()) + missing.expression() + " is not in the script; " + Numbers.format(missing.standIn()) + " stands in for it"));
        remarks.forEach(remark -> lines.add(place(remark.line()) + remark.text()));
        return String.join("\n", lines);
    }

    private static String place(int line) {
        return line == 0 ? "" : "Line " + line + ": ";
    }
}
