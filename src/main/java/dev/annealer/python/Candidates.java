package dev.annealer.python;

import dev.annealer.python.interpreter.Event;
import dev.annealer.python.interpreter.Recording;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.SchedulerValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Chooses, of all schedulers and optimizers that a script makes, the pair that it trains with.
final class Candidates {
    private final Recording recording;

    Candidates(Recording recording) {
        this.recording = recording;
    }

    /// The one of which most is seen, of several the first; empty where the script makes no optimizer and no scheduler.
    Optional<Candidate> best() {
        return all().stream().max(Comparator.comparingInt(Candidate::evidence)).map(most -> all().stream()
                .filter(candidate -> candidate.evidence() == most.evidence())
                .findFirst()
                .orElse(most));
    }

    /// Those that are no part of another.
    List<Candidate> all() {
        Set<PyValue> inner = new HashSet<>();
        recording.schedulers().forEach(scheduler -> members(scheduler).forEach(inner::add));
        var candidates = new ArrayList<Candidate>();
        for (SchedulerValue scheduler : recording.schedulers()) {
            if (!inner.contains(scheduler)) {
                candidates.add(Candidate.of(scheduler, scheduler.optimizer().or(this::onlyOptimizer).orElse(null), recording));
            }
        }
        if (candidates.isEmpty()) {
            recording.optimizers().forEach(optimizer -> candidates.add(Candidate.of(null, optimizer, recording)));
        }
        boolean setsLr = recording.events().stream().anyMatch(event -> event.kind() == Event.Kind.SET_LR);
        if (candidates.isEmpty() && setsLr) {
            candidates.add(Candidate.of(null, null, recording));
        }
        return candidates;
    }

    private static Stream<SchedulerValue> members(SchedulerValue scheduler) {
        return Stream.concat(scheduler.arguments().positional().stream(), scheduler.arguments().named().values().stream())
                .flatMap(value -> value instanceof PyValue.Items(List<PyValue> items) ? items.stream() : Stream.of(value))
                .filter(SchedulerValue.class::isInstance)
                .map(SchedulerValue.class::cast);
    }

    private Optional<OptimizerValue> onlyOptimizer() {
        return recording.optimizers().stream().findFirst();
    }
}
