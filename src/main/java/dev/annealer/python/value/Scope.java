package dev.annealer.python.value;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names of a module, a function or a class, inside those of another.
public final class Scope {
    private final Map<String, PyValue> names = new LinkedHashMap<>();
    private final Set<String> globals = new HashSet<>();
    private final @Nullable Scope outer;

    public Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    /// Null where there is no such name.
    public @Nullable PyValue find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            PyValue value = scope.names.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    public void put(String name, PyValue value) {
        (globals.contains(name) ? outermost() : this).names.put(name, value);
    }

    /// These names are the module's from now on.
    public void declareGlobal(Collection<String> declared) {
        if (outer != null) {
            globals.addAll(declared);
        }
    }

    private Scope outermost() {
        Scope scope = this;
        while (scope.outer != null) {
            scope = scope.outer;
        }
        return scope;
    }

    /// Only its own, not those of the scopes around it.
    public Map<String, PyValue> own() {
        return names;
    }
}
