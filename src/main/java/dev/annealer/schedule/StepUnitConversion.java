package dev.annealer.schedule;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import java.util.OptionalLong;

/// Switches when the scheduler steps, so that the curve over the training stays the same: lengths and all that
/// {@link StepParameters} names are converted.
public final class StepUnitConversion implements StepParameters.Change {
    private final StepUnit to;
    private final long stepsPerEpoch;

    private StepUnitConversion(StepUnit to, long stepsPerEpoch) {
        this.to = to;
        this.stepsPerEpoch = stepsPerEpoch;
    }

    /// The same document stepping on `unit`. Where the steps per epoch are not known yet, only the unit changes.
    public static Document convert(Document document, StepUnit unit) {
        var schedule = document.schedule().withStepOn(unit);
        OptionalLong stepsPerEpoch = document.training().stepsPerEpoch().count();
        if (unit == document.schedule().stepOn() || stepsPerEpoch.isEmpty() || stepsPerEpoch.getAsLong() < 1) {
            return document.withSchedule(schedule);
        }
        var conversion = new StepUnitConversion(unit, stepsPerEpoch.getAsLong());
        return document.withSchedule(schedule.withStages(
                schedule.stages().stream().map(conversion::stage).toList()));
    }

    private Stage stage(Stage stage) {
        return stage.withLength(count(stage.length(), 1)).withScheduler(StepParameters.changed(stage.scheduler(), this));
    }

    @Override
    public double exponent() {
        return to == StepUnit.BATCH ? 1.0 / stepsPerEpoch : stepsPerEpoch;
    }

    /// Percentages, epochs and what is no number stay as they are.
    @Override
    public Input count(Input input, long min) {
        OptionalLong count = input.count();
        if (count.isEmpty()) {
            return input;
        }
        if (to == StepUnit.EPOCH) {
            return Input.of(Math.max(min, Math.round((double) count.getAsLong() / stepsPerEpoch)));
        }
        boolean tooLarge = count.getAsLong() > Numbers.MAX_COUNT / stepsPerEpoch;
        return tooLarge ? input : Input.of(count.getAsLong() * stepsPerEpoch);
    }
}
