package dev.annealer.python.value;

import java.util.LinkedHashMap;
import java.util.Map;

/// A parser of `argparse` with the defaults of its arguments.
public final class ArgumentParser implements PyValue {
    private final Map<String, PyValue> defaults = new LinkedHashMap<>();

    /// By the name that the argument has in the result.
    public Map<String, PyValue> defaults() {
        return defaults;
    }
}
