package dev.annealer.lint;

import dev.annealer.document.Place;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.Scheduler;
import java.util.List;

/// An enabled stage as it is written, in its place in the run.
public record StageSubject(Stage stage, PlacedStage placed) {
    public int index() {
        return placed.index();
    }

    public SchedulerType type() {
        return stage.scheduler().type();
    }

    public SchedulerSpec spec() {
        return stage.scheduler();
    }

    public Scheduler scheduler() {
        return placed.scheduler();
    }

    /// `schedule.stages[1]`.
    public Place where() {
        return Place.stage(index());
    }

    /// The place of a parameter; of the stage where the parameter is left out.
    public Place where(String parameter) {
        return spec().value(parameter).isPresent() ? where().at(parameter) : where();
    }

    /// How messages call it: `stage 2 (CosineAnnealingLR)`, counted from 1 as the window does.
    public String title() {
        return "stage " + (index() + 1) + " (" + type().pytorchName() + ")";
    }

    /// Whether any step of the run is its.
    public boolean isInForce() {
        return placed.isInForce();
    }

    public boolean is(SchedulerType type) {
        return type() == type;
    }

    /// The stage's scheduler, or the members where it is a `ChainedScheduler`.
    public List<SchedulerSubject> schedulers() {
        return SchedulerSubject.of(this);
    }
}
