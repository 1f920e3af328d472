package dev.annealer.ui.importer;

import dev.annealer.lint.Severity;
import dev.annealer.python.LoopFinding;
import dev.annealer.python.Remark;
import dev.annealer.python.ScriptImport;
import java.util.List;
import java.util.stream.Stream;

/// A sentence about the script.
///
/// @param line from 1; 0 for the script as a whole
public record ScriptNote(int line, Severity severity, String text) {
    /// All that there is to say, the worst first.
    static List<ScriptNote> of(ScriptImport result) {
        return Stream.of(
                        result.findings().stream().map(ScriptNote::of),
                        result.failures().stream().map(failure -> of(failure, Severity.ERROR)),
                        result.remarks().stream().map(remark -> of(remark, Severity.INFO)))
                .flatMap(notes -> notes)
                .toList();
    }

    private static ScriptNote of(LoopFinding finding) {
        return new ScriptNote(finding.line(), finding.severity(), finding.message());
    }

    private static ScriptNote of(Remark remark, Severity severity) {
        return new ScriptNote(remark.line(), severity, remark.text());
    }
}
