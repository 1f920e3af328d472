package dev.annealer.schedule;

import dev.annealer.document.Bounds;
import dev.annealer.document.Input;
import dev.annealer.document.Parameter.Absent;
import dev.annealer.document.Parameter;
import dev.annealer.document.Place;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/// The parameters of one scheduler, resolved by the catalogue's defaults and bounds.
final class Parameters {
    private final Fields fields;
    private final SchedulerSpec spec;
    private final Place where;
    private final long stageLength;

    /// @param stageLength what a left-out horizon follows, in scheduler steps
    Parameters(Fields fields, SchedulerSpec spec, Place where, long stageLength) {
        this.fields = fields;
        this.spec = spec;
        this.where = where;
        this.stageLength = stageLength;
    }

    Place place(String name) {
        return where.at(name);
    }

    double real(String name) {
        var parameter = parameter(name, Parameter.Real.class);
        return fields.real(place(name), spec.input(name), parameter.standard(), parameter.bounds());
    }

    long count(String name) {
        var parameter = parameter(name, Parameter.Count.class);
        return fields.count(place(name), spec.input(name), parameter.standard(), parameter.min());
    }

    long steps(String name) {
        var parameter = parameter(name, Parameter.Steps.class);
        OptionalLong standard =
                switch (parameter.absent()) {
                    case Absent.FollowsStage _ -> OptionalLong.of(stageLength);
                    case Absent.Standard(long steps) -> OptionalLong.of(steps);
                    case Absent.SameAs(String other) ->
                        spec.input(name).isBlank() ? OptionalLong.of(steps(other)) : OptionalLong.of(1);
                    case Absent.Refused _ -> OptionalLong.empty();
                };
        return fields.count(place(name), spec.input(name), standard, parameter.min());
    }

    boolean toggle(String name) {
        var parameter = parameter(name, Parameter.Toggle.class);
        return spec.values().get(name) instanceof Value.Flag(boolean on) ? on : parameter.standard();
    }

    /// The chosen constant of `options`, by its name in any case: PyTorch's words are the constants' names.
    <E extends Enum<E>> E choice(String name, Class<E> options) {
        var parameter = parameter(name, Parameter.Choice.class);
        String chosen = spec.input(name).isBlank() ? parameter.standard() : spec.input(name).text();
        if (!parameter.options().contains(chosen)) {
            fields.problem(
                    place(name), "`" + chosen + "` is none of its options", "use one of " + options(parameter));
            chosen = parameter.standard();
        }
        return Enum.valueOf(options, chosen.toUpperCase(Locale.ROOT));
    }

    private static String options(Parameter.Choice choice) {
        return String.join(", ", choice.options());
    }

    List<Long> milestones(String name) {
        var milestones = new ArrayList<Long>();
        if (!(spec.values().get(name) instanceof Value.Inputs(List<Input> items))) {
            fields.problem(place(name), "is missing", "give a list of steps such as [30, 60, 90]");
            return milestones;
        }
        for (Input item : items) {
            milestones.add(fields.count(place(name).at(milestones.size()), item, 0));
        }
        return milestones;
    }

    /// One number for all groups, or a list with one for each.
    List<Double> perGroup(String name, int groups) {
        Bounds bounds = parameter(name, Parameter.PerGroup.class).bounds();
        if (!(spec.values().get(name) instanceof Value.Inputs(List<Input> items))) {
            double shared = fields.real(place(name), spec.input(name), bounds);
            return Collections.nCopies(groups, shared);
        }
        var values = new ArrayList<Double>();
        for (Input item : items) {
            values.add(fields.real(place(name).at(values.size()), item, bounds));
        }
        if (values.size() != groups) {
            fields.problem(
                    place(name),
                    "has " + values.size() + " values for " + groups + (groups == 1 ? " param group" : " param groups"),
                    "give one number, or one for each param group");
            return Collections.nCopies(groups, 1.0);
        }
        return values;
    }

    String formula(String name) {
        return spec.input(name).text();
    }

    Map<String, Input> constants(String name) {
        return spec.values().get(name) instanceof Value.Constants(Map<String, Input> byName)
                ? byName
                : new LinkedHashMap<>();
    }

    List<SchedulerSpec> members(String name) {
        return spec.values().get(name) instanceof Value.Members(List<SchedulerSpec> schedulers)
                ? schedulers
                : List.of();
    }

    private <P extends Parameter> P parameter(String name, Class<P> kind) {
        return kind.cast(spec.type().parameter(name).orElseThrow());
    }
}
