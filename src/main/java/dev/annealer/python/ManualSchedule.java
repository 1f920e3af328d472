package dev.annealer.python;

import dev.annealer.document.Input;
import dev.annealer.document.Optimizer;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.python.interpreter.Event;
import dev.annealer.python.interpreter.Recording;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A schedule without a scheduler: `param_group["lr"] = lr` in the loop, computed from its counter.
///
/// @param ticker what the learning rate depends on
record ManualSchedule(StepUnit stepOn, List<Stage> stages, PyValue.Ticker ticker) {
    /// Empty where the script sets no learning rate that can be told from a counter.
    static Optional<ManualSchedule> find(Recording recording, Candidate candidate, Optimizer optimizer) {
        for (Event event : recording.events()) {
            boolean sets = event.kind() == Event.Kind.SET_LR && event.arguments().getFirst() instanceof Quantity rate && rate.ticker() != null;
            if (sets) {
                var rate = (Quantity) event.arguments().getFirst();
                List<Double> bases = Translation.baseLrs(optimizer);
                Optional<ManualSchedule> found = FactorReader.factor(bases.stream().map(_ -> rate).toList(), bases)
                        .map(factor -> new ManualSchedule(
                                stepOn(rate, candidate), List.of(new Stage(ChainReader.lambda(factor), Input.NONE)), rate.ticker()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static StepUnit stepOn(Quantity rate, Candidate candidate) {
        PyValue.Ticker counted = rate.ticker();
        boolean outer = candidate.optimizerStep()
                .filter(step -> step.loops().size() > 1)
                .map(step -> !step.loops().getLast().ticker().equals(counted))
                .orElse(false);
        boolean epochs = candidate.batchLoop().map(loop -> loop.variable().toLowerCase(Locale.ROOT).contains("epoch")).orElse(false);
        return outer || epochs ? StepUnit.EPOCH : StepUnit.BATCH;
    }
}
