package dev.annealer.python;

import dev.annealer.document.Input;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.python.interpreter.Event;
import dev.annealer.python.interpreter.Loop;
import dev.annealer.python.interpreter.Recording;
import dev.annealer.python.value.Loader;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.Unknown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How long a script trains and when its scheduler steps.
final class LoopReader {
    private static final Set<String> PER_BATCH = Set.of("OneCycleLR", "CyclicLR");
    private static final Set<String> EPOCH_NAMES = Set.of(
            "epochs", "num_epochs", "n_epochs", "max_epochs", "num_train_epochs", "nb_epochs", "nepochs", "n_epoch", "num_epoch",
            "total_epochs", "max_epoch");

    private static final Set<String> STEP_NAMES =
            Set.of("steps_per_epoch", "iters_per_epoch", "num_steps_per_epoch", "num_update_steps_per_epoch", "updates_per_epoch");

    private final Recording recording;
    private final Candidate candidate;
    private final Notes notes;
    private final TrainerSettings trainer;
    private final PyValue.@Nullable Ticker ticker;

    /// @param ticker what a learning rate that is set by hand depends on; null where a scheduler steps
    LoopReader(Recording recording, Candidate candidate, Notes notes, PyValue.@Nullable Ticker ticker) {
        this.ticker = ticker;
        this.recording = recording;
        this.candidate = candidate;
        this.notes = notes;
        this.trainer = new TrainerSettings(recording);
    }

    StepUnit stepOn() {
        Optional<Event> step = candidate.schedulerStep();
        if (trainer.interval().isPresent()) {
            return trainer.interval().get();
        }
        if (step.isEmpty() || step.get().loops().isEmpty()) {
            boolean perBatch = candidate.scheduler() != null
                    && (PER_BATCH.contains(candidate.scheduler().name()) || candidate.scheduler().at().text().matches("(?s).*\\bget_\\w*schedule.*"));
            return perBatch || sizedInSteps().isPresent() ? StepUnit.BATCH : StepUnit.EPOCH;
        }
        return isPerBatch(step.get()) ? StepUnit.BATCH : StepUnit.EPOCH;
    }

    private boolean isPerBatch(Event schedulerStep) {
        Loop around = schedulerStep.loops().getLast();
        Optional<Event> optimizer = candidate.optimizerStep().filter(event -> !event.loops().isEmpty());
        if (sizedInSteps().isPresent()) {
            return true;
        }
        if (optimizer.isPresent() && optimizer.get().loops().contains(around)) {
            boolean innermost = optimizer.get().loops().getLast() == around;
            return innermost && !isEpochLoop(around);
        }
        return !isEpochLoop(around) && (isOverData(around) || schedulerStep.loops().size() > 1);
    }

    /// A single loop over epochs with a step of the optimizer in each.
    private static boolean isEpochLoop(Loop loop) {
        return loop.variable().toLowerCase(Locale.ROOT).contains("epoch");
    }

    private static boolean isOverData(Loop loop) {
        return data(loop) instanceof Loader || data(loop) instanceof Unknown;
    }

    private static @Nullable PyValue data(Loop loop) {
        PyValue iterable = loop.iterable();
        while (iterable instanceof PyValue.Repeated(PyValue inner, _)) {
            iterable = inner;
        }
        return iterable;
    }

    Training training(StepUnit stepOn) {
        Training training = Training.EMPTY
                .withBatchSize(batchSize())
                .withAccumulation(accumulation())
                .withClipGradNorm(clip());
        Optional<Input> steps = sizedInSteps();
        if (steps.isPresent() && stepOn == StepUnit.BATCH) {
            return training.withSteps(steps.get());
        }
        Input epochs = epochs(stepOn);
        Optional<Input> perEpoch = stepsPerEpoch(stepOn);
        return training.withEpochs(epochs).withStepsPerEpoch(perEpoch.orElse(Input.NONE));
    }

    private List<Loop> loops() {
        return candidate.optimizerStep().filter(event -> !event.loops().isEmpty())
                .or(candidate::schedulerStep)
                .or(this::setting)
                .map(Event::loops)
                .orElse(List.of());
    }

    /// Where the learning rate is set by hand.
    private Optional<Event> setting() {
        return recording.events().stream()
                .filter(event -> event.kind() == Event.Kind.SET_LR && event.loops().stream().anyMatch(loop -> loop.ticker().equals(ticker)))
                .findFirst();
    }

    /// The run's length where the script counts steps, not epochs.
    private Optional<Input> sizedInSteps() {
        if (trainer.maxSteps().isPresent()) {
            return trainer.maxSteps().map(value -> Input.of(value));
        }
        List<Loop> loops = loops();
        for (Loop loop : loops) {
            Optional<Double> total = Optional.ofNullable(loop.total()).flatMap(Notes::known).or(() -> untilBreak(loop));
            if (total.isPresent()) {
                return total.map(steps -> Input.of(steps));
            }
        }
        boolean single = loops.size() == 1 && !isEpochLoop(loops.getFirst()) && !isOverData(loops.getFirst());
        if (single && loops.getFirst().passes() != null) {
            return Optional.of(Input.of(Math.floor(notes.number(loops.getFirst().passes(), loops.getFirst().at(), "steps of the run") / accumulated())));
        }
        return Optional.empty();
    }

    /// The passes of a `while True` until its `if step > MAX_STEPS: break`.
    private Optional<Double> untilBreak(Loop loop) {
        if (loop.iterable() != null) {
            return Optional.empty();
        }
        for (Event event : recording.events()) {
            boolean leaves = event.kind() == Event.Kind.BREAK && !event.loops().isEmpty() && event.loops().getLast() == loop
                    && !event.guards().isEmpty();
            PyValue condition = leaves ? event.guards().getLast().condition() : null;
            if (condition instanceof Quantity quantity && quantity.ticker() != null) {
                boolean afterStep = candidate.optimizerStep()
                        .map(step -> recording.events().indexOf(step) < recording.events().indexOf(event))
                        .orElse(true);
                OptionalLong pass = quantity.firstTrue();
                if (pass.isPresent()) {
                    return Optional.of((double) pass.getAsLong() + (afterStep ? 1 : 0));
                }
            }
        }
        return Optional.empty();
    }

    /// The loops whose passes are the epochs: those around what sets the learning rate once an epoch, where that is seen.
    private List<Loop> epochLoops(StepUnit stepOn) {
        List<Loop> loops = loops();
        List<Loop> stepped = ticker == null
                ? candidate.schedulerStep().map(Event::loops).orElse(List.of())
                : loops.stream().filter(loop -> loop.ticker().equals(ticker)).findFirst()
                        .map(loop -> loops.subList(0, loops.indexOf(loop) + 1))
                        .orElse(List.of());
        boolean oncePerEpoch = stepOn == StepUnit.EPOCH && !stepped.isEmpty() && stepped.size() < loops.size()
                && loops.subList(0, stepped.size()).equals(stepped);
        return oncePerEpoch
                ? stepped
                : loops.stream().filter(loop -> isEpochLoop(loop) || loops.size() > 1 && loop != loops.getLast()).toList();
    }

    private Input epochs(StepUnit stepOn) {
        if (trainer.maxEpochs().isPresent()) {
            return Input.of(notes.number(trainer.maxEpochs().get(), trainer.at(), "epochs"));
        }
        List<Loop> outer = epochLoops(stepOn);
        double epochs = 1;
        for (Loop loop : outer) {
            if (loop.passes() != null) {
                epochs *= notes.number(loop.passes(), loop.at(), "epochs");
            }
        }
        boolean isCounted = outer.stream().anyMatch(loop -> loop.passes() != null);
        if (isCounted && epochs >= 1) {
            return Input.of(Math.floor(epochs));
        }
        return named(EPOCH_NAMES).orElseGet(() -> Input.of(notes.missing("epochs", 0, "the length of the run")));
    }

    /// From a constant with a usual name.
    private Optional<Input> named(Set<String> names) {
        return recording.module().own().entrySet().stream()
                .flatMap(entry -> entry.getValue() instanceof PyValue.Dict dict ? dict.entries().entrySet().stream() : Stream.of(entry))
                .filter(entry -> names.contains(entry.getKey().toLowerCase(Locale.ROOT)))
                .flatMap(entry -> Notes.known(entry.getValue()).stream())
                .filter(value -> value >= 1)
                .map(value -> Input.of(value))
                .findFirst();
    }

    /// From the loops within an epoch: one over batches, or several, as PPO goes through its samples more than once.
    private Optional<Input> stepsPerEpoch(StepUnit stepOn) {
        boolean required = stepOn == StepUnit.BATCH;
        List<Loop> epochs = epochLoops(stepOn);
        List<Loop> inner = loops().stream().filter(loop -> !epochs.contains(loop) && loop.passes() != null).toList();
        boolean counted = !inner.isEmpty() && inner.stream().allMatch(loop -> Notes.known(loop.passes()).isPresent());
        if (!counted && !required) {
            return Optional.empty();
        }
        Optional<Input> named = counted ? Optional.empty() : named(STEP_NAMES);
        if (named.isPresent()) {
            return named;
        }
        Optional<Loader> fitted = inner.isEmpty() ? trainer.fitted() : Optional.empty();
        if (inner.isEmpty() && fitted.isEmpty()) {
            return Optional.of(Input.of(notes.missing("steps_per_epoch", 0, "the steps of an epoch")));
        }
        double steps = fitted.map(loader -> notes.number(loader.length(), trainer.at(), "the batches of an epoch")).orElse(1.0);
        for (Loop loop : inner) {
            steps *= notes.number(loop.passes(), loop.at(), "the batches of an epoch");
        }
        return Optional.of(Input.of(Math.max(1, Math.floor(steps / accumulated()))));
    }

    private Input batchSize() {
        return trainer.batchSize()
                .or(() -> loader().flatMap(loader -> Notes.known(loader.batchSize())))
                .filter(size -> size >= 1 && size == Math.rint(size))
                .map(size -> Input.of(size))
                .orElse(Input.NONE);
    }

    /// The one that is trained with: that of the loop, else the first.
    private Optional<Loader> loader() {
        return candidate.batchLoop()
                .flatMap(loop -> data(loop) instanceof Loader loader ? Optional.of(loader) : Optional.empty())
                .or(trainer::fitted)
                .or(() -> recording.loaders().stream().findFirst());
    }

    private double accumulated() {
        return accumulation().number().orElse(1);
    }

    /// From `if (i + 1) % ACCUMULATION == 0` around the optimizer's step.
    private Input accumulation() {
        Optional<Double> set = trainer.accumulation();
        if (set.isPresent()) {
            return set.get() > 1 ? Input.of(set.get()) : Input.NONE;
        }
        // A scheduler that steps with every batch counts batches, whatever the optimizer does.
        boolean outside = candidate.schedulerStep().isPresent() && candidate.optimizerStep().isPresent()
                && candidate.schedulerStep().get().loops().equals(candidate.optimizerStep().get().loops())
                && Accumulation.of(candidate.schedulerStep().get(), recording).isEmpty();
        return outside
                ? Input.NONE
                : candidate.optimizerStep().map(step -> Accumulation.of(step, recording)).filter(OptionalDouble::isPresent)
                        .map(batches -> Input.of(batches.getAsDouble())).orElse(Input.NONE);
    }

    private Input clip() {
        return trainer.clip()
                .or(() -> recording.events().stream()
                        .filter(event -> event.kind() == Event.Kind.CLIP)
                        .flatMap(event -> event.arguments().stream())
                        .flatMap(value -> Notes.known(value).stream())
                        .findFirst())
                .filter(norm -> norm > 0)
                .map(norm -> Input.of(norm))
                .orElse(Input.NONE);
    }
}
