package dev.annealer.python;

import dev.annealer.document.Input;
import dev.annealer.document.Optimizer;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.python.interpreter.Event;
import dev.annealer.python.interpreter.Guard;
import dev.annealer.python.interpreter.Recording;
import dev.annealer.python.syntax.Spot;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.Unknown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A schedule without a scheduler: `param_group["lr"] = lr` in the loop, computed from its counter.
///
/// @param ticker what the learning rate depends on
/// @param settings where the script sets what the document has
/// @param undecided conditions that are not known, under which it does
record ManualSchedule(StepUnit stepOn, List<Stage> stages, PyValue.Ticker ticker, Set<Spot> settings, Set<Guard> undecided) {
    /// Empty where the script sets no learning rate that can be told from a counter.
    static Optional<ManualSchedule> find(Recording recording, Candidate candidate, Optimizer optimizer) {
        List<Event> settings = recording.events().stream()
                .filter(event -> event.kind() == Event.Kind.SET_LR && isOf(event, candidate) && candidate.isInTraining(event))
                .filter(event -> optimizer.groups().size() < 2 || !isOfOneGroup(event))
                .toList();
        var joined = new JoinedSettings(candidate.optimizerStep().map(Event::guards).orElse(List.of()));
        settings.forEach(joined::add);
        return joined.rate().flatMap(rate -> of(rate, joined, candidate, Translation.baseLrs(optimizer)));
    }

    private static Optional<ManualSchedule> of(Quantity rate, JoinedSettings joined, Candidate candidate, List<Double> bases) {
        return FactorReader.factor(bases.stream().map(_ -> rate).toList(), bases).map(factor -> new ManualSchedule(
                stepOn(rate, candidate), List.of(new Stage(ChainReader.lambda(factor), Input.NONE)), rate.ticker(), joined.spots(),
                joined.undecided()));
    }

    private static boolean isOf(Event event, Candidate candidate) {
        return event.target() == candidate.optimizer() || event.target() instanceof Unknown || candidate.optimizer() == null;
    }

    private static boolean isOfOneGroup(Event event) {
        return event.arguments().getLast() instanceof PyValue.GroupsOf groups && groups.which() == PyValue.GroupsOf.Which.ONE;
    }

    private static StepUnit stepOn(Quantity rate, Candidate candidate) {
        PyValue.Ticker counted = rate.ticker();
        boolean outer = candidate.optimizerStep()
                .filter(step -> step.loops().size() > 1)
                .map(step -> !step.loops().getLast().ticker().equals(counted))
                .orElse(false);
        boolean epochs = candidate.events().stream()
                .flatMap(event -> event.loops().stream())
                .anyMatch(loop -> loop.ticker().equals(counted) && loop.variable().toLowerCase(Locale.ROOT).contains("epoch"));
        return outer || epochs ? StepUnit.EPOCH : StepUnit.BATCH;
    }
}
