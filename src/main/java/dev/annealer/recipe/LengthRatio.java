package dev.annealer.recipe;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import dev.annealer.schedule.StepParameters;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lengths, horizons and milestones of a run that becomes longer or shorter, in proportion.
///
/// @param steps scheduler steps of the new run for each of the old one
/// @param epochs epochs of the new run for each of the old one
record LengthRatio(double steps, double epochs) implements StepParameters.Change {
    private static final String EPOCHS = "ep";
    private static final String CONSTANTS = "constants";
    /// By which the catalogue marks the constants of a formula that count steps.
    private static final String COUNTS_STEPS = "_steps";

    Stage stage(Stage stage) {
        return stage.withLength(length(stage.length())).withScheduler(scheduler(stage.scheduler()));
    }

    /// A share of the run stays the same share.
    private Input length(Input length) {
        if (!length.text().endsWith(EPOCHS)) {
            return count(length, 1);
        }
        var number = new Input(length.text().replace(EPOCHS, ""));
        return number.number().isPresent()
                ? new Input(scaled(number.number().getAsDouble(), epochs, 1) + EPOCHS)
                : length;
    }

    private SchedulerSpec scheduler(SchedulerSpec spec) {
        SchedulerSpec changed = StepParameters.changed(spec, this);
        return changed.values().get(CONSTANTS) instanceof Value.Constants(Map<String, Input> byName)
                ? changed.with(CONSTANTS, new Value.Constants(constants(byName)))
                : changed;
    }

    private Map<String, Input> constants(Map<String, Input> byName) {
        var changed = new LinkedHashMap<>(byName);
        changed.replaceAll((name, value) -> name.endsWith(COUNTS_STEPS) ? count(value, 1) : value);
        return changed;
    }

    @Override
    public Input count(Input input, long min) {
        return input.count().isPresent() ? Input.of(scaled(input.count().getAsLong(), steps, min)) : input;
    }

    @Override
    public double exponent() {
        return 1 / steps;
    }

    static long scaled(double count, double ratio, long min) {
        return Math.max(min, Math.round(count * ratio));
    }
}
