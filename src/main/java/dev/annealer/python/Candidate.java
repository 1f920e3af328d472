package dev.annealer.python;

import dev.annealer.python.interpreter.Event;
import dev.annealer.python.interpreter.Loop;
import dev.annealer.python.interpreter.Recording;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Unknown;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A scheduler of the script with its optimizer and what the script's loop does with them.
///
/// @param scheduler null where the script has none
/// @param optimizer null where it was not found
/// @param schedulerSteps where the scheduler steps
/// @param optimizerSteps where the optimizer steps
/// @param events all of the script, in order
record Candidate(
        @Nullable SchedulerValue scheduler, @Nullable OptimizerValue optimizer, List<Event> schedulerSteps,
        List<Event> optimizerSteps, List<Event> events) {
    static Candidate of(@Nullable SchedulerValue scheduler, @Nullable OptimizerValue optimizer, Recording recording) {
        return new Candidate(
                scheduler,
                optimizer,
                events(recording, Event.Kind.SCHEDULER_STEP, scheduler),
                events(recording, Event.Kind.OPTIMIZER_STEP, optimizer),
                recording.events());
    }

    /// The events of one object; those of an object that came from elsewhere where it has none itself.
    private static List<Event> events(Recording recording, Event.Kind kind, @Nullable PyValue target) {
        List<Event> all = recording.events().stream().filter(event -> event.kind() == kind).toList();
        List<Event> own = all.stream().filter(event -> event.target() == target).toList();
        return own.isEmpty() ? all.stream().filter(event -> event.target() instanceof Unknown).toList() : own;
    }

    /// How much of a training is seen of it.
    int evidence() {
        int steps = schedulerSteps.stream().anyMatch(event -> !event.loops().isEmpty()) ? 4 : 0;
        int depth = optimizerSteps.stream().mapToInt(event -> event.loops().size()).max().orElse(0);
        return steps + Math.min(3, depth) + (optimizer == null ? 0 : 2);
    }

    /// The step of the optimizer that is seen in the most loops.
    Optional<Event> optimizerStep() {
        return deepest(optimizerSteps);
    }

    Optional<Event> schedulerStep() {
        return deepest(schedulerSteps);
    }

    boolean isBefore(Event first, Event second) {
        return events.indexOf(first) < events.indexOf(second);
    }

    /// Whether the event happens in a loop that trains, as far as one is seen.
    boolean isInTraining(Event event) {
        List<Loop> training = optimizerStep().map(Event::loops).orElse(List.of());
        return training.isEmpty() || training.stream().anyMatch(event.loops()::contains);
    }

    private static Optional<Event> deepest(List<Event> events) {
        Event best = null;
        for (Event event : events) {
            boolean deeper = best == null || event.loops().size() > best.loops().size();
            boolean freer = best != null && event.loops().size() == best.loops().size() && event.guards().size() < best.guards().size();
            if (deeper || freer) {
                best = event;
            }
        }
        return Optional.ofNullable(best);
    }

    /// The loop whose passes are batches; empty where none is seen.
    Optional<Loop> batchLoop() {
        return optimizerStep().filter(step -> !step.loops().isEmpty()).map(step -> step.loops().getLast());
    }
}
