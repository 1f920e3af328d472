package dev.annealer.lint;

import java.util.List;

/// All that the rules say of one document, the worst first.
///
/// @param findings what is to be heard
/// @param silenced what the document does not want to hear of
public record LintReport(List<Finding> findings, List<Finding> silenced) {
    public static final LintReport EMPTY = new LintReport(List.of(), List.of());

    public LintReport {
        findings = List.copyOf(findings);
        silenced = List.copyOf(silenced);
    }

    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }
}
