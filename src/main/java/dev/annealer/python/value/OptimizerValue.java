package dev.annealer.python.value;

import dev.annealer.python.syntax.Spot;
import java.util.ArrayList;
import java.util.List;

/// An optimizer that the script makes.
public final class OptimizerValue implements PyValue {
    private final Spot at;
    private final String type;
    private final Arguments arguments;
    private final List<PyValue.Dict> added = new ArrayList<>();

    /// @param type the class's name
    public OptimizerValue(Spot at, String type, Arguments arguments) {
        this.at = at;
        this.type = type;
        this.arguments = arguments;
    }

    public Spot at() {
        return at;
    }

    public String type() {
        return type;
    }

    public Arguments arguments() {
        return arguments;
    }

    /// The groups of `add_param_group`.
    public List<PyValue.Dict> added() {
        return added;
    }
}
