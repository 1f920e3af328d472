package dev.annealer.python;

import dev.annealer.document.Document;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// The number of steps that the schedule of a document is made for, by its own numbers.
final class Horizon {
    private static final List<String> STEPS = List.of("T_max", "total_iters", "total_steps", "step_size", "T_0", "step_size_up");

    private Horizon() {}

    /// Empty where nothing in it counts steps.
    static OptionalDouble of(Document document) {
        double before = document.schedule().stages().stream().mapToDouble(stage -> stage.length().number().orElse(0)).sum();
        Stage last = document.schedule().stages().getLast();
        OptionalDouble rest = of(last.scheduler());
        return before > 0 ? OptionalDouble.of(before + rest.orElse(0)) : rest;
    }

    private static OptionalDouble of(SchedulerSpec spec) {
        DoubleStream named = STEPS.stream().flatMapToDouble(name -> spec.input(name).number().stream());
        DoubleStream milestones = spec.value("milestones").orElse(null) instanceof Value.Inputs(var items)
                ? items.stream().flatMapToDouble(item -> item.number().stream())
                : DoubleStream.empty();
        return DoubleStream.concat(named, milestones).max();
    }
}
