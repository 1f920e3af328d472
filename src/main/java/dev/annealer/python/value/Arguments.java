package dev.annealer.python.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /// These, and `more` after them.
    public Arguments and(Arguments more) {
        var all = new ArrayList<>(positional);
        all.addAll(more.positional);
        var names = new LinkedHashMap<>(named);
        names.putAll(more.named);
        var written = new ArrayList<>(texts);
        written.addAll(more.texts);
        return new Arguments(all, names, written);
    }

    public Arguments withoutFirst() {
        return positional.isEmpty()
                ? this
                : new Arguments(positional.subList(1, positional.size()), named, texts.subList(1, texts.size()));
    }
}
