package dev.annealer.python.value;

import java.util.LinkedHashMap;
import java.util.Map;

/// An object of a class of the script.
public final class Instance implements PyValue {
    private final ScriptClass type;
    private final Map<String, PyValue> attributes = new LinkedHashMap<>();
    private final Map<String, PyValue> given = new LinkedHashMap<>();

    public Instance(ScriptClass type) {
        this.type = type;
    }

    public ScriptClass type() {
        return type;
    }

    public Map<String, PyValue> attributes() {
        return attributes;
    }

    /// The parameters of its constructor with their values: Lightning's `hparams`.
    public Map<String, PyValue> given() {
        return given;
    }
}
