package dev.annealer.lint.rule;

import dev.annealer.lint.Linter;
import dev.annealer.lint.Rule;
import java.util.List;
import java.util.Optional;

/// All rules, in the order in which equally bad findings are told.
public final class Rules {
    public static final List<Rule> ALL = List.of(
            new TransformerWithoutWarmup(),
            new HorizonMismatch(),
            new ZeroFirstLr());

    public static final Linter LINTER = new Linter(ALL);

    private Rules() {}

    public static Optional<Rule> named(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
