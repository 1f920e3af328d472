package dev.annealer.python;

import dev.annealer.document.Document;
import dev.annealer.document.Numbers;
import dev.annealer.document.StepUnit;
import dev.annealer.lint.Severity;
import dev.annealer.python.interpreter.Event;
import dev.annealer.python.interpreter.Recording;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.SchedulerValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/// Finds what a training loop does wrong with its scheduler.
final class LoopChecks {
    /// The rules that compare a schedule's lengths with the run's.
    static final Set<String> ON_LENGTHS = Set.of("epoch-schedule-per-batch", "batch-schedule-per-epoch");

    private final Recording recording;
    private final Candidate candidate;
    private final Optional<Document> document;
    private final List<LoopFinding> findings = new ArrayList<>();

    /// @param document what was made of the script; empty where nothing was
    LoopChecks(Recording recording, Candidate candidate, Optional<Document> document) {
        this.recording = recording;
        this.candidate = candidate;
        this.document = document;
    }

    List<LoopFinding> findings() {
        SchedulerValue scheduler = candidate.scheduler();
        if (scheduler == null) {
            return List.of();
        }
        checkSteps(scheduler);
        checkOrder();
        checkAccumulation();
        checkMetric(scheduler);
        document.ifPresent(made -> checkUnit(made, scheduler));
        return findings;
    }

    private void add(String rule, Severity severity, int line, String message) {
        findings.add(new LoopFinding(rule, severity, line, message));
    }

    private void checkSteps(SchedulerValue scheduler) {
        boolean loopIsHere = candidate.optimizerSteps().stream().anyMatch(event -> !event.loops().isEmpty());
        if (candidate.schedulerSteps().isEmpty() && loopIsHere && !isHandedOver(scheduler) && !isReplaced(scheduler)) {
            add("scheduler-never-steps", Severity.ERROR, scheduler.at().line(),
                    "this " + scheduler.name() + " is made but never steps, so the learning rate stays as it is; call its step() in the loop");
        }
    }

    /// Whether another scheduler of its optimizer steps, as one does that took its name.
    private boolean isReplaced(SchedulerValue scheduler) {
        return recording.events().stream()
                .filter(event -> event.kind() == Event.Kind.SCHEDULER_STEP)
                .anyMatch(event -> event.target() instanceof SchedulerValue other && other.optimizer().equals(scheduler.optimizer()));
    }

    /// Whether something else may step it: a trainer that it was given to.
    private boolean isHandedOver(SchedulerValue scheduler) {
        boolean configured = !recording.configured().isEmpty();
        return configured || recording.calls().stream()
                .flatMap(call -> Stream.concat(call.arguments().positional().stream(), call.arguments().named().values().stream()))
                .anyMatch(value -> value == scheduler || value instanceof PyValue.Items(List<PyValue> items) && items.contains(scheduler));
    }

    /// Since PyTorch 1.1 the scheduler steps after the optimizer.
    private void checkOrder() {
        Optional<Event> scheduler = candidate.schedulerStep().filter(event -> !event.loops().isEmpty() && event.arguments().isEmpty());
        Optional<Event> optimizer = candidate.optimizerStep();
        if (scheduler.isEmpty() || optimizer.isEmpty() || !optimizer.get().loops().contains(scheduler.get().loops().getLast())) {
            return;
        }
        if (recording.events().indexOf(scheduler.get()) < recording.events().indexOf(optimizer.get())) {
            add("scheduler-before-optimizer", Severity.ERROR, scheduler.get().at().line(),
                    "scheduler.step() comes before optimizer.step() of line " + optimizer.get().at().line()
                            + ", so that the first learning rate of the schedule is skipped; move it after");
        }
    }

    private void checkAccumulation() {
        Optional<Event> scheduler = candidate.schedulerStep();
        Optional<Event> optimizer = candidate.optimizerStep();
        if (scheduler.isEmpty() || optimizer.isEmpty() || !scheduler.get().loops().equals(optimizer.get().loops())) {
            return;
        }
        OptionalDouble batches = Accumulation.of(optimizer.get(), recording);
        if (batches.isPresent() && Accumulation.of(scheduler.get(), recording).isEmpty()) {
            add("scheduler-outside-accumulation", Severity.ERROR, scheduler.get().at().line(),
                    "scheduler.step() is called for every batch, optimizer.step() for every " + Numbers.format(batches.getAsDouble())
                            + "th: the schedule is over that much too early; move it beside optimizer.step()");
        }
    }

    private void checkMetric(SchedulerValue scheduler) {
        if (!scheduler.name().equals("ReduceLROnPlateau")) {
            return;
        }
        candidate.schedulerSteps().stream().filter(event -> event.arguments().isEmpty()).findFirst().ifPresent(event -> add(
                "plateau-without-metric", Severity.ERROR, event.at().line(),
                "ReduceLROnPlateau steps without its metric, which PyTorch refuses; write scheduler.step(val_loss)"));
        recording.configured().stream().filter(LoopChecks::lacksMonitor).findFirst().ifPresent(_ -> add(
                "plateau-without-metric", Severity.ERROR, scheduler.at().line(),
                "Lightning needs the metric of ReduceLROnPlateau; add \"monitor\": \"val_loss\" beside \"lr_scheduler\""));
    }

    private static boolean lacksMonitor(PyValue configured) {
        return switch (configured) {
            case PyValue.Dict dict -> !dict.entries().containsKey("monitor")
                    && (!(dict.entries().get("lr_scheduler") instanceof PyValue.Dict inner) || !inner.entries().containsKey("monitor"));
            case PyValue.Items(List<PyValue> items) -> items.stream().noneMatch(PyValue.Dict.class::isInstance);
            default -> false;
        };
    }

    private void checkUnit(Document made, SchedulerValue scheduler) {
        OptionalDouble epochs = made.training().epochs().number();
        OptionalDouble horizon = Horizon.of(made);
        Optional<Event> step = candidate.schedulerStep();
        int line = step.map(event -> event.at().line()).orElse(scheduler.at().line());
        if (epochs.isEmpty() || horizon.isEmpty() || step.isEmpty() && recording.configured().isEmpty()) {
            return;
        }
        double perEpoch = made.training().stepsPerEpoch().number().orElse(1);
        double steps = horizon.getAsDouble();
        boolean perBatch = made.schedule().stepOn() == StepUnit.BATCH;
        if (perBatch && perEpoch > 1 && steps <= epochs.getAsDouble()) {
            add("epoch-schedule-per-batch", Severity.ERROR, line, scheduler.name() + " is sized for " + Numbers.format(steps)
                    + " epochs but steps with every batch: it is over after " + Numbers.format(steps)
                    + " batches; step it once an epoch, or count its lengths in batches");
        }
        boolean isForBatches = Objects.equals(scheduler.name(), "OneCycleLR") || steps >= 10 * epochs.getAsDouble()
                || perEpoch > 1 && steps == perEpoch * epochs.getAsDouble();
        if (!perBatch && isForBatches && steps > epochs.getAsDouble()) {
            add("batch-schedule-per-epoch", Severity.ERROR, line, scheduler.name() + " is sized for " + Numbers.format(steps)
                    + " steps but steps once an epoch, " + Numbers.format(epochs.getAsDouble())
                    + " times: the training ends in its beginning; step it with every batch");
        }
    }
}
