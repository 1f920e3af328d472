package dev.annealer.recipe;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.schedule.Run;
import dev.annealer.schedule.Schedule;
import dev.annealer.trace.WarmupSteps;
import java.util.List;

/// What a schedule comes to, from the compiled schedule itself.
///
/// @param peaks the greatest learning rate of each param group
/// @param batch blank where the document has none
/// @param warmup scheduler steps before the peak is reached; 0 where the run begins at it
/// @param decay the schedulers after the warmup, each once
/// @param last the first group's learning rate at the last step
public record RecipeFacts(
        String optimizer, List<Double> peaks, Input batch, Run run, long warmup, List<SchedulerType> decay, double last) {
    public RecipeFacts {
        peaks = List.copyOf(peaks);
        decay = List.copyOf(decay);
    }

    /// @param schedule of the document, evaluated
    public static RecipeFacts of(Document document, Schedule schedule) {
        List<Double> peaks = schedule.groups().stream()
                .map(group -> schedule.extremes(0, schedule.steps(), group.index()).max())
                .toList();
        long warmup = WarmupSteps.of(schedule, 0);
        List<SchedulerType> decay = schedule.stages().stream()
                .filter(stage -> stage.isInForce() && stage.end() > warmup)
                .map(stage -> document.schedule().stages().get(stage.index()).scheduler().type())
                .distinct()
                .toList();
        return new RecipeFacts(
                document.optimizer().type(),
                peaks,
                document.training().batchSize(),
                schedule.run(),
                warmup,
                decay,
                schedule.at(schedule.steps() - 1, 0));
    }
}
