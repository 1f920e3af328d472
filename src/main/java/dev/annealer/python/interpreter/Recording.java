package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Spot;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.Instance;
import dev.annealer.python.value.Loader;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Scope;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was seen while a script was gone through, in order.
///
/// @param rangeTests the functions of learning-rate range tests, whose optimizer steps and schedulers don't count
/// @param conditions under which an optimizer or a scheduler is made
/// @param assumptions what was taken for granted, and where
public record Recording(
        List<OptimizerValue> optimizers,
        List<SchedulerValue> schedulers,
        List<Event> events,
        List<Loader> loaders,
        List<ForeignCall> calls,
        List<PyValue> configured,
        List<Instance> instances,
        Set<Spot> rangeTests,
        Map<Spot, String> assumptions,
        Map<PyValue, List<Guard>> conditions,
        Scope module) {
    /// A call of something that is not the script's, with its arguments: `Trainer(max_epochs=5)`.
    public record ForeignCall(Spot at, String path, Arguments arguments) {
        public String name() {
            return path.substring(path.lastIndexOf('.') + 1);
        }
    }

    public Recording() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashMap<>(),
                new IdentityHashMap<>(), new Scope(null));
    }
}
