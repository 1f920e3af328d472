package dev.annealer.python.value;

import dev.annealer.python.syntax.Spot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A scheduler that the script makes.
public final class SchedulerValue implements PyValue {
    private final Spot at;
    private final String path;
    private final @Nullable ScriptClass type;
    private final Arguments arguments;
    private final @Nullable OptimizerValue optimizer;

    /// @param path the class's or function's full name
    /// @param type null for one that is not the script's own
    /// @param arguments with the optimizer among them
    public SchedulerValue(Spot at, String path, @Nullable ScriptClass type, Arguments arguments) {
        this.at = at;
        this.path = path;
        this.type = type;
        this.arguments = arguments;
        this.optimizer = Stream.concat(arguments.positional().stream(), arguments.named().values().stream())
                .flatMap(SchedulerValue::optimizersOf)
                .findFirst()
                .orElse(null);
    }

    public Spot at() {
        return at;
    }

    public String path() {
        return path;
    }

    /// The last part of its path: `StepLR`.
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    public Optional<ScriptClass> type() {
        return Optional.ofNullable(type);
    }

    public Arguments arguments() {
        return arguments;
    }

    /// The optimizer among its arguments, or that of the schedulers among them.
    public Optional<OptimizerValue> optimizer() {
        return Optional.ofNullable(optimizer);
    }

    private static Stream<OptimizerValue> optimizersOf(PyValue value) {
        return value instanceof PyValue.Items(List<PyValue> items)
                ? items.stream().flatMap(item -> optimizerOf(item).stream())
                : optimizerOf(value).stream();
    }

    private static Optional<OptimizerValue> optimizerOf(PyValue value) {
        return switch (value) {
            case OptimizerValue found -> Optional.of(found);
            case SchedulerValue scheduler -> scheduler.optimizer();
            default -> Optional.empty();
        };
    }
}
