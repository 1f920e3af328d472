package dev.annealer.export.python;

import java.util.ArrayList;
import java.util.List;

/// The keyword arguments of a call, gathered one by one.
final class Arguments {
    private final List<String> arguments = new ArrayList<>();

    Arguments add(String name, String value) {
        arguments.add(name + "=" + value);
        return this;
    }

    /// Leaves it out where it is what the callee takes by default.
    Arguments unless(boolean isDefault, String name, String value) {
        return isDefault ? this : add(name, value);
    }

    List<String> toList() {
        return List.copyOf(arguments);
    }
}
