package dev.annealer.export.python;

import dev.annealer.document.SchedulerType;
import dev.annealer.schedule.PlacedStage;
import java.util.Locale;

/// A stage with the names that it has in the code.
///
/// @param number its position among the stages in force, from 1
/// @param isOnly whether there is no other
record StageCode(PlacedStage stage, SchedulerType type, int number, boolean isOnly) {
    /// `linear_1`; without the number where there is only one stage.
    String name() {
        String words = type.pytorchName()
                .replaceAll("(LR|Scheduler)$", "")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .replace("LRO", "LR_O")
                .toLowerCase(Locale.ROOT);
        return isOnly ? words : words + "_" + number;
    }

    /// The constant that holds its length.
    String lengthConstant() {
        return name().toUpperCase(Locale.ROOT) + "_STEPS";
    }

    /// The function that is its lambda.
    String lambda() {
        return name() + "_factor";
    }

    /// The function that is its learning rate in closed form.
    String function() {
        return name() + "_lr";
    }

    String momentumFunction() {
        return name() + "_momentum";
    }
}
