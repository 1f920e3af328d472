package dev.annealer.lint;

import dev.annealer.document.Document;
import dev.annealer.document.Silenced;
import dev.annealer.schedule.Schedule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Asks every rule, and lets the deeper one speak where two speak of one cause.
public final class Linter {
    private final List<Rule> rules;
    private final Map<String, Rule> byId;

    public Linter(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.byId = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    }

    /// @param schedule that of `document`, evaluated where it has no closed form; the cost does not grow with its steps
    public LintReport lint(Document document, Schedule schedule) {
        var subject = new Subject(document, schedule);
        List<Finding> all = rules.stream().flatMap(rule -> rule.check(subject).stream()).toList();
        Set<String> silenced = document.silenced().stream().map(Silenced::rule).collect(Collectors.toSet());
        Map<Boolean, List<Finding>> heard = all.stream()
                .filter(finding -> all.stream().noneMatch(other -> isTheCause(other, finding)))
                .sorted(Comparator.comparing(Finding::severity))
                .collect(Collectors.partitioningBy(finding -> !silenced.contains(finding.rule())));
        return new LintReport(heard.get(true), heard.get(false));
    }

    private boolean isTheCause(Finding deeper, Finding finding) {
        Rule rule = byId.get(deeper.rule());
        return rule.silences().contains(finding.rule()) && rule.explains(deeper.where(), finding.where());
    }
}
