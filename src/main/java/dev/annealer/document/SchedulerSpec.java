package dev.annealer.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A scheduler with the parameters that were given; those that are not take their defaults.
///
/// `values` is keyed by parameter name, in the order of the type's parameters.
public record SchedulerSpec(SchedulerType type, Map<String, Value> values) {
    public SchedulerSpec {
        var ordered = new LinkedHashMap<String, Value>();
        for (Parameter parameter : type.parameters()) {
            Value value = values.get(parameter.name());
            if (value != null && !(value instanceof Input input && input.isBlank())) {
                ordered.put(parameter.name(), value);
            }
        }
        values = Collections.unmodifiableMap(ordered);
    }

    public static SchedulerSpec of(SchedulerType type) {
        return new SchedulerSpec(type, Map.of());
    }

    public Optional<Value> value(String parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    /// The text of a parameter that is given as one; blank where it is left out.
    public Input input(String parameter) {
        return values.get(parameter) instanceof Input input ? input : Input.NONE;
    }

    public SchedulerSpec with(String parameter, Value value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(parameter, value);
        return new SchedulerSpec(type, changed);
    }

    public SchedulerSpec without(String parameter) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(parameter);
        return new SchedulerSpec(type, changed);
    }
}
