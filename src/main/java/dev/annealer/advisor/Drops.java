package dev.annealer.advisor;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import java.util.List;
import java.util.stream.Collectors;

/// Schedules that fall in steps.
final class Drops {
    private static final String MILESTONES = "milestones";
    private static final String STEP_SIZE = "step_size";

    private Drops() {}

    /// By 10 at each of the epochs.
    static SchedulerSpec at(List<Long> epochs) {
        return SchedulerSpec.of(SchedulerType.MULTI_STEP_LR)
                .with(MILESTONES, new Value.Inputs(epochs.stream().map(Input::of).toList()))
                .with("gamma", Input.of(0.1));
    }

    /// By 10 after every so many epochs.
    static SchedulerSpec every(long epochs) {
        return SchedulerSpec.of(SchedulerType.STEP_LR).with(STEP_SIZE, Input.of(epochs)).with("gamma", Input.of(0.1));
    }

    static SchedulerSpec inBatches(SchedulerSpec inEpochs, long stepsPerEpoch) {
        return inEpochs.values().get(MILESTONES) instanceof Value.Inputs(List<Input> items)
                ? inEpochs.with(MILESTONES, new Value.Inputs(items.stream().map(item -> times(item, stepsPerEpoch)).toList()))
                : inEpochs.with(STEP_SIZE, times(inEpochs.input(STEP_SIZE), stepsPerEpoch));
    }

    private static Input times(Input count, long factor) {
        return Input.of(count.count().orElseThrow() * factor);
    }

    /// `30, 60 and 80`.
    static String inWords(List<Long> epochs) {
        String most = epochs.subList(0, epochs.size() - 1).stream().map(String::valueOf).collect(Collectors.joining(", "));
        return most.isEmpty() ? epochs.getLast().toString() : most + " and " + epochs.getLast();
    }
}
