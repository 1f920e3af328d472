package dev.annealer.python;

import dev.annealer.document.Document;
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
}
