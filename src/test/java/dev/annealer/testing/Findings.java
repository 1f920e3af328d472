package dev.annealer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.lint.Finding;
import dev.annealer.lint.LintReport;
import dev.annealer.lint.Severity;
import dev.annealer.lint.rule.Rules;
import dev.annealer.progress.Progress;
import dev.annealer.schedule.Compilation;
import dev.annealer.schedule.ScheduleCompiler;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the rules say of documents, in tests.
public final class Findings {
    private Findings() {}

    public static LintReport report(Document document) {
        Compilation compilation = ScheduleCompiler.compileWhole(document, Progress.NONE);
        return Rules.LINTER.lint(
                document, compilation.compiled().orElseThrow(() -> new AssertionError(compilation.problems())));
    }

    /// The rules that speak, once each.
    public static Set<String> rules(Document document) {
        return report(document).findings().stream().map(Finding::rule).collect(Collectors.toSet());
    }

    /// What one rule says.
    public static List<Finding> of(String rule, Document document) {
        return report(document).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    /// The one finding of a rule.
    public static Finding only(String rule, Document document) {
        List<Finding> findings = of(rule, document);
        assertThat(findings).as(rule + " among " + report(document).findings()).hasSize(1);
        return findings.getFirst();
    }

    /// The document after the fix of the rule's first finding; the rule is silent then, and nothing worse than a hint is new.
    public static Document fixed(String rule, Document document) {
        Finding finding = of(rule, document).getFirst();
        Document fixed = finding.fix().orElseThrow(() -> new AssertionError("no fix: " + finding)).edit().apply(document);
        List<Finding> after = report(fixed).findings();
        Set<String> before = rules(document);
        assertThat(after).noneMatch(other -> other.rule().equals(rule));
        assertThat(after).noneMatch(other -> other.severity() != Severity.INFO && !before.contains(other.rule()));
        return fixed;
    }
}
