package dev.annealer.python.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The arguments of a call.
///
/// @param texts how the positional ones are written
public record Arguments(List<PyValue> positional, Map<String, PyValue> named, List<String> texts) {
    /// By position (from 0) or by name; a negative position is by name alone.
    public Optional<PyValue> get(int position, String name) {
        PyValue value = named.get(name);
        if (value != null) {
            return Optional.of(value);
        }
        return position >= 0 && position < positional.size() ? Optional.of(positional.get(position)) : Optional.empty();
    }

    public Optional<PyValue> named(String name) {
        return get(-1, name);
    }
}
