package dev.annealer.ui.findings;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.lint.Finding;
import dev.annealer.lint.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How many findings there are of each severity, in words.
final class FindingCounts {
    private FindingCounts() {}

    /// `2 errors · 1 warning`; empty for none.
    static String of(List<Finding> findings) {
        return Arrays.stream(Severity.values())
                .map(severity -> of(severity, findings.stream().filter(finding -> finding.severity() == severity).count()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String of(Severity severity, long count) {
        if (count == 0) {
            return "";
        }
        String key = switch (severity) {
            case ERROR -> count == 1 ? "findings.error" : "findings.errors";
            case WARNING -> count == 1 ? "findings.warning" : "findings.warnings";
            case INFO -> count == 1 ? "findings.hint" : "findings.hints";
        };
        return get(key, Long.toString(count));
    }

    /// `Error`, for those who hear rather than see an icon.
    static String name(Severity severity) {
        return get(switch (severity) {
            case ERROR -> "findings.severity.error";
            case WARNING -> "findings.severity.warning";
            case INFO -> "findings.severity.info";
        });
    }
}
