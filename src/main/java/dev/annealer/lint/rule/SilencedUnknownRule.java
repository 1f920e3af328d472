package dev.annealer.lint.rule;

import dev.annealer.document.Place;
import dev.annealer.document.Silenced;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.Severity;
import dev.annealer.lint.Subject;
import java.util.List;
import java.util.stream.IntStream;

/// A silence that silences nothing.
final class SilencedUnknownRule implements Rule {
    private static final About ABOUT = new About(
            "silenced-unknown-rule",
            Severity.WARNING,
            "The document silences a rule that does not exist.",
            "A misspelt id silences nothing, and the reason given for it misleads whoever reads it. A document that was"
                    + " written by a newer version may know rules that this one does not, so it still opens.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Subject subject) {
        List<Silenced> silenced = subject.document().silenced();
        return IntStream.range(0, silenced.size())
                .filter(i -> Rules.named(silenced.get(i).rule()).isEmpty())
                .mapToObj(i -> finding(silenced.get(i), i))
                .toList();
    }

    private Finding finding(Silenced unknown, int index) {
        Place where = new Place("silenced").at(index).at("rule");
        return finding(where, "there is no rule `" + unknown.rule() + "`: this silences nothing")
                .with(new Fix("remove it", document -> document.withSilenced(document.silenced().stream()
                        .filter(silenced -> !silenced.rule().equals(unknown.rule()))
                        .toList())));
    }
}
