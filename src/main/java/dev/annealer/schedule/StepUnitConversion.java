package dev.annealer.schedule;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.Parameter.Absent;
import dev.annealer.document.Parameter;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Value;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Switches when the scheduler steps, so that the curve over the training stays the same: lengths, horizons, step sizes and
/// milestones are converted, and the decay per step of an exponential.
///
/// A lambda's expression and a plateau's patience count what they counted before.
public final class StepUnitConversion {
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
        return stage.withLength(steps(stage.length())).withScheduler(scheduler(stage.scheduler()));
    }

    private SchedulerSpec scheduler(SchedulerSpec spec) {
        SchedulerSpec converted = spec;
        for (Parameter parameter : spec.type().parameters()) {
            converted = parameter(converted, parameter);
        }
        return converted;
    }

    private SchedulerSpec parameter(SchedulerSpec spec, Parameter parameter) {
        String name = parameter.name();
        return switch (parameter) {
            case Parameter.Steps(_, Absent absent, _) ->
                switch (absent) {
                    case Absent.Standard(long standard) when spec.input(name).isBlank() ->
                        spec.with(name, steps(Input.of(standard)));
                    default -> spec.with(name, steps(spec.input(name)));
                };
            case Parameter.Milestones _ when spec.values().get(name) instanceof Value.Inputs milestones ->
                spec.with(name, new Value.Inputs(milestones.items().stream().map(this::milestone).toList()));
            case Parameter.Schedulers _ when spec.values().get(name) instanceof Value.Members members ->
                spec.with(name, new Value.Members(members.schedulers().stream().map(this::scheduler).toList()));
            case Parameter.Real _ when name.equals("gamma") && decaysEachStep(spec) -> spec.with(name, decay(spec.input(name)));
            default -> spec;
        };
    }

    private static boolean decaysEachStep(SchedulerSpec spec) {
        return spec.type() == SchedulerType.EXPONENTIAL_LR || spec.type() == SchedulerType.CYCLIC_LR;
    }

    private Input decay(Input gamma) {
        OptionalDouble number = gamma.number();
        if (number.isEmpty() || number.getAsDouble() <= 0) {
            return gamma;
        }
        double exponent = to == StepUnit.BATCH ? 1.0 / stepsPerEpoch : stepsPerEpoch;
        return Input.of(Math.pow(number.getAsDouble(), exponent));
    }

    /// A number of steps, at least 1; percentages, epochs and what is no number stay as they are.
    private Input steps(Input steps) {
        return count(steps, 1);
    }

    private Input milestone(Input milestone) {
        return count(milestone, 0);
    }

    private Input count(Input input, long min) {
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
