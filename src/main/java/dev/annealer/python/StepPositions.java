package dev.annealer.python;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.python.interpreter.Event;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.Unknown;
import java.util.List;
import java.util.OptionalDouble;

/// `scheduler.step(epoch)`, which goes to a position in place of the next one.
final class StepPositions {
    private final Candidate candidate;
    private final Notes notes;

    StepPositions(Candidate candidate, Notes notes) {
        this.candidate = candidate;
        this.notes = notes;
    }

    /// The chain in the steps of the document; what differs from the script is noted.
    List<Stage> adjusted(List<Stage> chain, StepUnit stepOn, Training training) {
        Event step = candidate.schedulerStep().filter(event -> !event.loops().isEmpty() && !event.arguments().isEmpty()).orElse(null);
        SchedulerType last = chain.getLast().scheduler().type();
        boolean takesPosition = candidate.scheduler() != null && step != null && last != SchedulerType.REDUCE_LR_ON_PLATEAU
                && (SchedulerType.named(candidate.scheduler().name()).isPresent() || candidate.scheduler().type().isPresent());
        if (!takesPosition) {
            return chain;
        }
        PyValue position = step.arguments().getFirst();
        if (position instanceof Quantity quantity && quantity.ticker() != null && step.loops().getLast().ticker().equals(quantity.ticker())) {
            noteOffset(quantity, step);
            return chain;
        }
        boolean inFractions = position instanceof Unknown(var causes) && causes.stream().anyMatch(cause -> cause.expression().contains("/"));
        if (inFractions && chain.size() == 1 && stepOn == StepUnit.BATCH && last == SchedulerType.COSINE_ANNEALING_WARM_RESTARTS) {
            return List.of(inBatches(chain.getFirst(), training, step));
        }
        if (!(position instanceof PyValue.Nothing)) {
            notes.remark(step.at().line(), "scheduler.step(…) goes to a position of its own that could not be followed; in the document it goes to the next");
        }
        return chain;
    }

    /// A step after the optimizer's sets what is in force one pass later.
    private void noteOffset(Quantity position, Event step) {
        double offset = position.at(0) - (isBeforeOptimizer(step) ? 0 : 1);
        boolean isPlain = position.at(1) - position.at(0) == 1;
        if (!isPlain) {
            notes.remark(step.at().line(), "scheduler.step(…) goes to positions of its own; in the document it goes to the next");
        } else if (offset != 0) {
            notes.remark(step.at().line(), "scheduler.step(…) is given a position that is " + (long) Math.abs(offset) + (offset < 0 ? " behind" : " ahead")
                    + ": the script's learning rate is that much " + (offset < 0 ? "later" : "earlier") + " than the document's");
        }
    }

    private boolean isBeforeOptimizer(Event step) {
        return candidate.optimizerStep()
                .filter(optimizer -> optimizer.loops().containsAll(step.loops()) && candidate.isBefore(step, optimizer))
                .isPresent();
    }

    private Stage inBatches(Stage stage, Training training, Event step) {
        OptionalDouble perEpoch = training.stepsPerEpoch().number();
        OptionalDouble cycle = stage.scheduler().input("T_0").number();
        if (perEpoch.isEmpty() || cycle.isEmpty()) {
            return stage;
        }
        double batches = cycle.getAsDouble() * perEpoch.getAsDouble();
        notes.remark(step.at().line(), "scheduler.step(…) counts epochs in fractions: T_0 is " + (long) batches
                + " batches in the document; the script's learning rate is one batch later where the step comes after the optimizer's");
        return new Stage(stage.scheduler().with("T_0", Input.of(batches)), stage.length());
    }
}
