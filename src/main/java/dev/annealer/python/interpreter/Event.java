package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Spot;
import dev.annealer.python.value.PyValue;
import java.util.List;

/// Something that a training loop does, in the order in which it does it.
///
/// @param target the optimizer or the scheduler; `None` where there is none
/// @param loops the loops around it, the outermost first
/// @param arguments of the call; of a learning rate that is set, the rate and, where they are known, the param groups
public record Event(
        Kind kind, PyValue target, Spot at, List<Loop> loops, List<Guard> guards, List<PyValue> arguments) {
    /// What happens.
    public enum Kind {
        BACKWARD,
        CLIP,
        OPTIMIZER_STEP,
        SCHEDULER_STEP,
        SET_LR,
        BREAK
    }

    public Event {
        loops = List.copyOf(loops);
        guards = List.copyOf(guards);
        arguments = List.copyOf(arguments);
    }
}
