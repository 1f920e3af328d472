package dev.annealer.python.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parameters of a function or a lambda.
public record Parameters(List<Parameter> all) {
    /// @param standard its default; null where it has none
    /// @param stars 1 for `*args`, 2 for `**kwargs`
    public record Parameter(String name, @Nullable Expr standard, int stars) {}

    public Parameters {
        all = List.copyOf(all);
    }
}
