package dev.annealer.export.python;

import dev.annealer.export.target.Export;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Stages that an array library can't trace become tables of their learning rates, where these are not too long.
final class Tables {
    private static final long LONGEST = 2_000_000;

    private Tables() {}

    /// Why a function of the step, made of the library's own and of tables, can't be this schedule.
    ///
    /// @param isNative whether a stage needs no table
    /// @param what such a function is in the library: `an Optax schedule`
    static Optional<Export.NotExpressible> whyNot(Schedule schedule, Predicate<PlacedStage> isNative, String what) {
        List<PlacedStage> stages = schedule.stages().stream().filter(PlacedStage::isInForce).toList();
        for (PlacedStage stage : stages) {
            if (stage.scheduler() instanceof ReduceLROnPlateau) {
                return Optional.of(new Export.NotExpressible(
                        what + " is a function of the step alone, and a plateau goes by a metric",
                        "use the library's own plateau beside a schedule of the stages before it"));
            }
            if (!isNative.test(stage) && stage.stepsInForce() > LONGEST) {
                return Optional.of(new Export.NotExpressible(
                        "stage " + (stage.index() + 1) + " would be a table of " + stage.stepsInForce() + " learning rates",
                        "use a scheduler that the library has, or export to PyTorch"));
            }
        }
        return Optional.empty();
    }
}
