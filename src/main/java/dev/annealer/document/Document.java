package dev.annealer.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that the user wrote, in one immutable value.
///
/// @param name blank where the file's name serves
/// @param metric null where there is none
/// @param lrFinder null where no learning rate came from an LR finder
public record Document(
        String name,
        String notes,
        Training training,
        Optimizer optimizer,
        ScheduleSpec schedule,
        @Nullable Metric metric,
        @Nullable LrFinderRecord lrFinder,
        List<Silenced> silenced) {
    /// The version of the format that this program reads and writes.
    public static final int FORMAT_VERSION = 1;

    public Document {
        silenced = List.copyOf(silenced);
    }

    public Document(Training training, Optimizer optimizer, ScheduleSpec schedule) {
        this("", "", training, optimizer, schedule, null, null, List.of());
    }

    public Document withName(String changed) {
        return new Document(changed, notes, training, optimizer, schedule, metric, lrFinder, silenced);
    }

    public Document withNotes(String changed) {
        return new Document(name, changed, training, optimizer, schedule, metric, lrFinder, silenced);
    }

    public Document withTraining(Training changed) {
        return new Document(name, notes, changed, optimizer, schedule, metric, lrFinder, silenced);
    }

    public Document withOptimizer(Optimizer changed) {
        return new Document(name, notes, training, changed, schedule, metric, lrFinder, silenced);
    }

    public Document withSchedule(ScheduleSpec changed) {
        return new Document(name, notes, training, optimizer, changed, metric, lrFinder, silenced);
    }

    public Document withMetric(@Nullable Metric changed) {
        return new Document(name, notes, training, optimizer, schedule, changed, lrFinder, silenced);
    }

    public Document withLrFinder(@Nullable LrFinderRecord changed) {
        return new Document(name, notes, training, optimizer, schedule, metric, changed, silenced);
    }

    public Document withSilenced(List<Silenced> changed) {
        return new Document(name, notes, training, optimizer, schedule, metric, lrFinder, changed);
    }
}
