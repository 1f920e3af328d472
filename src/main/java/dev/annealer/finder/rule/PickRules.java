package dev.annealer.finder.rule;

import java.util.List;
import java.util.Optional;

/// All rules, the default first.
public final class PickRules {
    public static final PickRule DEFAULT = new Steepest();

    public static final List<PickRule> ALL = List.of(
            DEFAULT,
            new FastaiValley(),
            new FastaiSteep(),
            new FastaiMinimum(),
            new FastaiSlide(),
            new PytorchLrFinder(),
            new Ignite(),
            new Lightning(false),
            new Lightning(true));

    private PickRules() {}

    public static Optional<PickRule> named(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
