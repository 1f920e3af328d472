package dev.annealer.python.value;

import dev.annealer.python.syntax.Spot;
import java.util.ArrayList;
import java.util.List;

/// A value that can't be told, and for want of what.
public record Unknown(List<Cause> causes) implements PyValue {
    private static final int MOST = 8;

    public Unknown {
        causes = causes.stream().distinct().limit(MOST).toList();
    }

    public static Unknown at(Spot spot) {
        return new Unknown(List.of(new Cause(spot.text(), spot.line())));
    }

    /// For want of all that any of `values` wants.
    public static Unknown of(PyValue... values) {
        var causes = new ArrayList<Cause>();
        for (PyValue value : values) {
            if (value instanceof Unknown unknown) {
                causes.addAll(unknown.causes());
            }
        }
        return new Unknown(causes);
    }
}
