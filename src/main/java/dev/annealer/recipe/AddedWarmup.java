package dev.annealer.recipe;

import dev.annealer.document.Input;
import dev.annealer.document.Parameter;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// A linear warmup before a schedule that has none: what follows begins later, and its drops stay where they were.
///
/// @param length of the warmup in scheduler steps
/// @param run scheduler steps of the whole run
record AddedWarmup(long length, long run) {
    private static final double START = 0.01;
    private static final int MOST_DROPS = 50;

    /// Empty where the first stage counts its steps in a way of its own.
    Optional<List<Stage>> before(List<Stage> stages) {
        Stage first = stages.getFirst();
        return shortened(first.scheduler()).map(scheduler -> {
            var warmup = SchedulerSpec.of(SchedulerType.LINEAR_LR).with("start_factor", Input.of(START));
            var changed = new ArrayList<>(stages);
            changed.set(0, first.withScheduler(scheduler).withLength(earlier(first.length(), 1)));
            changed.addFirst(new Stage(warmup, Input.of(length)));
            return changed;
        });
    }

    private Optional<SchedulerSpec> shortened(SchedulerSpec spec) {
        return switch (spec.type()) {
            case STEP_LR -> steps(spec);
            case MULTI_STEP_LR -> spec.values().get("milestones") instanceof Value.Inputs(List<Input> items)
                    ? Optional.of(spec.with("milestones", new Value.Inputs(items.stream().map(each -> earlier(each, 0)).toList())))
                    : Optional.empty();
            case CONSTANT_LR, LINEAR_LR, POLYNOMIAL_LR, COSINE_ANNEALING_LR, EXPONENTIAL_LR -> Optional.of(horizon(spec));
            case COSINE_ANNEALING_WARM_RESTARTS, ONE_CYCLE_LR, CYCLIC_LR, LAMBDA_LR, MULTIPLICATIVE_LR, CHAINED_SCHEDULER,
                    REDUCE_LR_ON_PLATEAU -> Optional.empty();
        };
    }

    private SchedulerSpec horizon(SchedulerSpec spec) {
        return spec.type().horizon().map(Parameter::name).map(name -> spec.with(name, earlier(spec.input(name), 1))).orElse(spec);
    }

    /// StepLR would count its steps from the end of the warmup.
    private Optional<SchedulerSpec> steps(SchedulerSpec spec) {
        long size = spec.input("step_size").count().orElse(run);
        if (size < 1 || run / size > MOST_DROPS) {
            return Optional.empty();
        }
        List<Input> milestones = LongStream.iterate(size, drop -> drop < run, drop -> drop + size)
                .mapToObj(drop -> Input.of(Math.max(0, drop - length)))
                .toList();
        var multiStep = SchedulerSpec.of(SchedulerType.MULTI_STEP_LR).with("milestones", new Value.Inputs(milestones));
        return Optional.of(multiStep.with("gamma", spec.input("gamma")));
    }

    private Input earlier(Input steps, long min) {
        return steps.count().isPresent() ? Input.of(Math.max(min, steps.count().getAsLong() - length)) : steps;
    }
}
