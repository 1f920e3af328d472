package dev.annealer.export.python;

import dev.annealer.document.SchedulerType;
import dev.annealer.schedule.PlacedStage;

/// A stage with the names that it has in the code.
///
/// @param name what a person would call it: `warmup`, `cosine`
/// @param length the constant that holds its length
/// @param start an expression of the step at which it starts; `0` for the first
record StageCode(PlacedStage stage, SchedulerType type, String name, String length, String start) {
    /// `steps` by the stage's constant where it is the stage's length.
    String steps(long steps) {
        return steps == stage.length() ? length : Long.toString(steps);
    }

    /// The step counted from the stage's start.
    String localStep() {
        if (stage.start() == 0) {
            return "step";
        }
        return "step - " + (start.contains("+") ? "(" + start + ")" : start);
    }

    /// The function that is its lambda.
    String lambda() {
        return name + "_factor";
    }

    /// The function that is its learning rate in closed form.
    String function() {
        return name + "_lr";
    }

    String momentumFunction() {
        return name + "_momentum";
    }
}
