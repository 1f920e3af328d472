package dev.annealer.python;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.SchedulerValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The schedules of `transformers.optimization`: lambdas of a known form.
final class LibrarySchedules {
    private static final String WARMUP = "step / max(1, warmup) if step < warmup else ";
    private static final String PROGRESS = "(step - warmup) / max(1, total - warmup)";
    private static final Map<String, String> NAMES = Map.of(
            "linear", "get_linear_schedule_with_warmup",
            "cosine", "get_cosine_schedule_with_warmup",
            "cosine_with_restarts", "get_cosine_with_hard_restarts_schedule_with_warmup",
            "constant", "get_constant_schedule",
            "constant_with_warmup", "get_constant_schedule_with_warmup",
            "inverse_sqrt", "get_inverse_sqrt_schedule");

    private final Notes notes;

    LibrarySchedules(Notes notes) {
        this.notes = notes;
    }

    Optional<SchedulerSpec> read(SchedulerValue source) {
        if (source.name().equals("get_scheduler")) {
            return source.arguments().get(0, "name").orElse(null) instanceof PyValue.Text(String name) && NAMES.containsKey(name)
                    ? read(source, NAMES.get(name), 2)
                    : Optional.empty();
        }
        return read(source, source.name(), 1);
    }

    /// @param first the position of the number of warmup steps
    private Optional<SchedulerSpec> read(SchedulerValue source, String function, int first) {
        var values = new Constants(source);
        return switch (function) {
            case "get_constant_schedule" -> Optional.of(
                    new SchedulerSpec(SchedulerType.CONSTANT_LR, Map.of("factor", Input.of(1))));
            case "get_constant_schedule_with_warmup" ->
                values.warmup(first).lambda(WARMUP + "1.0");
            case "get_linear_schedule_with_warmup" ->
                values.warmup(first).total(first + 1).lambda(WARMUP + "max(0.0, (total - step) / max(1, total - warmup))");
            case "get_cosine_schedule_with_warmup" -> values.warmup(first).total(first + 1).number("cycles", "num_cycles", first + 2, 0.5)
                    .lambda(WARMUP + "max(0.0, 0.5 * (1.0 + math.cos(math.pi * cycles * 2.0 * (" + PROGRESS + "))))");
            case "get_cosine_with_hard_restarts_schedule_with_warmup" ->
                values.warmup(first).total(first + 1).number("cycles", "num_cycles", first + 2, 1).lambda(WARMUP + "0.0 if " + PROGRESS
                        + " >= 1.0 else max(0.0, 0.5 * (1.0 + math.cos(math.pi * (cycles * (" + PROGRESS + ") % 1.0))))");
            case "get_inverse_sqrt_schedule" -> inverseSqrt(values.warmup(first), first);
            default -> Optional.empty();
        };
    }

    private static Optional<SchedulerSpec> inverseSqrt(Constants values, int first) {
        Input warmup = values.named.get("warmup");
        double standard = warmup.number().orElse(0) == 0 ? 10_000 : warmup.number().getAsDouble();
        return values.number("timescale", "timescale", first + 1, standard)
                .lambda(WARMUP + "1.0 / math.sqrt((step + timescale - warmup) / timescale)");
    }

    /// The named numbers of one lambda.
    private final class Constants {
        private final SchedulerValue source;
        private final Map<String, Input> named = new LinkedHashMap<>();

        Constants(SchedulerValue source) {
            this.source = source;
        }

        Constants warmup(int position) {
            return required("warmup", "num_warmup_steps", position);
        }

        Constants total(int position) {
            return required("total", "num_training_steps", position);
        }

        private Constants required(String name, String parameter, int position) {
            PyValue value = source.arguments().get(position, parameter)
                    .orElseGet(() -> new dev.annealer.python.value.Unknown(List.of()));
            double number = notes.number(value, source.at(), parameter + " of " + source.name());
            named.put(name, Input.of(number));
            return this;
        }

        Constants number(String name, String parameter, int position, double standard) {
            Optional<PyValue> given = source.arguments().get(position, parameter).filter(value -> !(value instanceof PyValue.Nothing));
            named.put(name, Input.of(given.map(value -> notes.number(value, source.at(), parameter)).orElse(standard)));
            return this;
        }

        Optional<SchedulerSpec> lambda(String text) {
            return Optional.of(new SchedulerSpec(
                    SchedulerType.LAMBDA_LR, Map.of("lr_lambda", new Input(text), "constants", new Value.Constants(named))));
        }
    }
}
