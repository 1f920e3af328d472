package dev.annealer.python;

import java.util.List;
import java.util.regex.Pattern;

/// Numbers of a usual size for what a script does not say, by what it calls it.
final class StandIns {
    private record Rule(Pattern name, double number) {}

    private static final List<Rule> RULES = List.of(
            rule("^len\\(.*", 100),
            rule(".*(world_?size|device_count|n(um)?_?gpus?|num_(processes|nodes|devices)|process_count).*", 1),
            rule(".*(steps|iters|batches|iterations)_per_epoch.*", 100),
            rule(".*warm.*(lr|factor|start).*", 0.1),
            rule(".*warm.*", 5),
            rule(".*epoch.*", 10),
            rule(".*(eta_?min|min_?lr|lr_?min).*", 0),
            rule(".*(steps|iters|iterations|stepping_batches|t_max|t_0|milestone).*", 1000),
            rule(".*batch.*", 32),
            rule(".*(gamma|factor|decay_rate).*", 0.1),
            rule(".*momentum.*", 0.9),
            rule(".*decay.*", 1e-4),
            rule("(.*[^a-z])?lr([^a-z].*)?|.*learning_?rate.*|.*_lr.*", 1e-3));

    private StandIns() {}

    /// @param purpose used where the expression says nothing
    static double of(String expression, String purpose) {
        return RULES.stream()
                .filter(rule -> rule.name.matcher(expression).matches())
                .findFirst()
                .or(() -> RULES.stream().filter(rule -> rule.name.matcher(purpose).matches()).findFirst())
                .map(Rule::number)
                .orElse(1.0);
    }

    private static Rule rule(String name, double number) {
        return new Rule(Pattern.compile(name, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), number);
    }
}
