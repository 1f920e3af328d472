package dev.annealer.python;

import dev.annealer.document.StepUnit;
import dev.annealer.python.interpreter.Recording.ForeignCall;
import dev.annealer.python.interpreter.Recording;
import dev.annealer.python.syntax.Spot;
import dev.annealer.python.value.Loader;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.SchedulerValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a script tells a trainer that has the loop: Lightning's `Trainer`, `TrainingArguments`, an engine.
final class TrainerSettings {
    private static final List<String> EPOCHS = List.of("max_epochs", "num_train_epochs");

    private final Recording recording;
    private final @Nullable ForeignCall call;

    TrainerSettings(Recording recording) {
        this.recording = recording;
        this.call = recording.calls().stream()
                .filter(each -> EPOCHS.stream().anyMatch(name -> each.arguments().named(name).isPresent())
                        || each.arguments().named("max_steps").isPresent())
                .findFirst()
                .orElse(null);
    }

    Spot at() {
        return Objects.requireNonNull(call).at();
    }

    Optional<PyValue> maxEpochs() {
        return EPOCHS.stream().flatMap(name -> argument(name).stream()).findFirst();
    }

    Optional<Double> maxSteps() {
        return argument("max_steps").flatMap(Notes::known).filter(steps -> steps > 0);
    }

    Optional<Double> accumulation() {
        return argument("accumulate_grad_batches").or(() -> argument("gradient_accumulation_steps")).or(this::ofAccelerator)
                .flatMap(Notes::known);
    }

    private Optional<PyValue> ofAccelerator() {
        return recording.calls().stream()
                .filter(each -> each.name().equals("Accelerator"))
                .flatMap(each -> each.arguments().named("gradient_accumulation_steps").stream())
                .findFirst();
    }

    Optional<Double> clip() {
        return argument("gradient_clip_val").flatMap(Notes::known);
    }

    Optional<Double> batchSize() {
        return argument("per_device_train_batch_size").flatMap(Notes::known);
    }

    /// The batches that `trainer.fit(module, train_loader)` is given, where there is a trainer.
    Optional<Loader> fitted() {
        return recording.calls().stream()
                .filter(each -> call != null && each.name().equals("fit"))
                .flatMap(each -> Stream.concat(each.arguments().positional().stream(), each.arguments().named("train_dataloaders").stream()))
                .filter(Loader.class::isInstance)
                .map(Loader.class::cast)
                .findFirst();
    }

    private Optional<PyValue> argument(String name) {
        return call == null ? Optional.empty() : call.arguments().named(name).filter(value -> !(value instanceof PyValue.Nothing));
    }

    /// The unit that `configure_optimizers` says; empty where the script has none.
    Optional<StepUnit> interval() {
        return configuration().map(scheduler -> scheduler.get("interval") instanceof PyValue.Text(String text) && text.equals("step")
                ? StepUnit.BATCH
                : StepUnit.EPOCH);
    }

    /// Of how many units Lightning steps the scheduler in one.
    Optional<Double> frequency() {
        return configuration().flatMap(scheduler -> Optional.ofNullable(scheduler.get("frequency"))).flatMap(Notes::known);
    }

    /// What `configure_optimizers` returns beside the scheduler.
    private Optional<Map<String, PyValue>> configuration() {
        return recording.configured().stream().flatMap(value -> configuration(value).stream()).findFirst();
    }

    private static Optional<Map<String, PyValue>> configuration(PyValue configured) {
        return switch (configured) {
            case PyValue.Dict(var entries, _) when entries.get("scheduler") instanceof SchedulerValue -> Optional.of(entries);
            case PyValue.Dict(var entries, _) when entries.containsKey("lr_scheduler") -> configuration(entries.get("lr_scheduler"));
            case PyValue.Items(List<PyValue> items) -> items.stream().flatMap(item -> configuration(item).stream()).findFirst();
            case SchedulerValue _ -> Optional.of(Map.of());
            default -> Optional.empty();
        };
    }
}
