package dev.annealer.python.value;

import dev.annealer.python.syntax.Stmt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A class of the script.
///
/// @param fields the names that are declared in its body, in order: the parameters of a dataclass
public record ScriptClass(Stmt.ClassDef definition, List<PyValue> bases, Scope members, List<String> fields) implements PyValue {
    public String name() {
        return definition.name();
    }

    public @Nullable PyValue find(String name) {
        PyValue own = members.own().get(name);
        if (own != null) {
            return own;
        }
        for (PyValue base : bases) {
            PyValue inherited = base instanceof ScriptClass parent && parent != this ? parent.find(name) : null;
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    /// The first class of another module that it is derived from.
    public Optional<PyValue.External> externalBase() {
        for (PyValue base : bases) {
            if (base instanceof PyValue.External external) {
                return Optional.of(external);
            }
            if (base instanceof ScriptClass parent && parent != this && parent.externalBase().isPresent()) {
                return parent.externalBase();
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
