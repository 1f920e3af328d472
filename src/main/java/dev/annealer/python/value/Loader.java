package dev.annealer.python.value;

import dev.annealer.python.syntax.Spot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A data loader.
///
/// @param name what the script calls it; empty before it has a name
/// @param batches how many it has; null where that can't be told
/// @param batchSize the size of one; unknown where it is not given
public record Loader(Spot at, String name, @Nullable PyValue batches, PyValue batchSize) implements PyValue {
    /// The same loader in a variable; the first one counts.
    public Loader named(String variable) {
        return name.isEmpty() ? new Loader(at, variable, batches, batchSize) : this;
    }

    /// How many batches it has.
    public PyValue length() {
        String expression = "len(" + (name.isEmpty() ? at.text() : name) + ")";
        return batches instanceof Quantity ? batches : new Unknown(List.of(new Cause(expression, at.line())));
    }
}
