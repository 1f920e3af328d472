package dev.annealer.schedule;

import dev.annealer.document.Input;
import dev.annealer.document.Parameter.Absent;
import dev.annealer.document.Parameter;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import java.util.OptionalDouble;

/// What a scheduler counts in steps, changed together: horizons, step sizes, milestones, and the factor of each step of an
/// exponential. A lambda's expression and a plateau's patience count what they counted before.
public final class StepParameters {
    /// How a number of steps becomes another.
    public interface Change {
        /// @param steps as written; what is no whole number stays as it is
        /// @param min the least that the result may be
        Input count(Input steps, long min);

        /// What a factor of each step is raised to, so that it does the same over the changed number of steps.
        double exponent();
    }

    private final Change change;

    private StepParameters(Change change) {
        this.change = change;
    }

    public static SchedulerSpec changed(SchedulerSpec spec, Change change) {
        return new StepParameters(change).scheduler(spec);
    }

    private SchedulerSpec scheduler(SchedulerSpec spec) {
        SchedulerSpec changed = spec;
        for (Parameter parameter : spec.type().parameters()) {
            changed = parameter(changed, parameter);
        }
        return changed;
    }

    private SchedulerSpec parameter(SchedulerSpec spec, Parameter parameter) {
        String name = parameter.name();
        return switch (parameter) {
            case Parameter.Steps(_, Absent absent, _) ->
                switch (absent) {
                    case Absent.Standard(long standard) when spec.input(name).isBlank() ->
                        spec.with(name, change.count(Input.of(standard), 1));
                    default -> spec.with(name, change.count(spec.input(name), 1));
                };
            case Parameter.Milestones _ when spec.values().get(name) instanceof Value.Inputs milestones ->
                spec.with(name, new Value.Inputs(milestones.items().stream().map(each -> change.count(each, 0)).toList()));
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
        boolean shrinks = number.isPresent() && number.getAsDouble() > 0;
        return shrinks ? Input.of(Math.pow(number.getAsDouble(), change.exponent())) : gamma;
    }
}
