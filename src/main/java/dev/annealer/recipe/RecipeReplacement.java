package dev.annealer.recipe;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.ScheduleSpec;
import dev.annealer.document.Stage;
import dev.annealer.document.StepUnit;
import dev.annealer.document.Training;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.schedule.StepUnitConversion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Puts a recipe's stages and optimizer into an open document, scaled to its run. What is trained, for how long and on which
/// metric stays the document's; the optimizer comes along because the rates mean nothing without it.
public final class RecipeReplacement {
    private RecipeReplacement() {}

    /// @param run the schedule of `open`
    public static Scaled into(Document open, Schedule run, Recipe recipe) {
        Training training = open.training();
        boolean bothInEpochs = !training.isSizedInSteps() && !recipe.published().training().isSizedInSteps();
        Scaled scaled = bothInEpochs
                ? RecipeScaling.scale(recipe, Target.of(training))
                : RecipeScaling.scale(inSteps(recipe), new Target(
                        OptionalLong.of(run.steps()), training.batchSize().count(), OptionalLong.empty()));
        ScheduleSpec schedule = scaled.document().schedule();
        if (!bothInEpochs) {
            schedule = schedule.withStepOn(open.schedule().stepOn());
        }
        Document replaced = open.withOptimizer(scaled.document().optimizer())
                .withNotes(notes(open, recipe, scaled))
                .withLrFinder(null)
                .withSilenced(Stream.concat(open.silenced().stream(), recipe.published().silenced().stream()).distinct().toList())
                .withSchedule(schedule);
        return new Scaled(steppingAsItCan(replaced), scaled.changes());
    }

    private static String notes(Document open, Recipe recipe, Scaled scaled) {
        String origin = "Schedule and optimizer: " + recipe.title() + ", " + recipe.source() + " (" + recipe.year() + ").";
        String changes = scaled.changes().isEmpty() ? "" : " Scaled: " + String.join(" ", scaled.changes());
        return (open.notes().isBlank() ? "" : open.notes().strip() + "\n") + origin + changes;
    }

    /// The same recipe as if it had been published in scheduler steps.
    private static Recipe inSteps(Recipe recipe) {
        Document published = recipe.published();
        Schedule schedule = ScheduleCompiler.compile(published).compiled().orElseThrow();
        var stages = new ArrayList<>(published.schedule().stages());
        for (PlacedStage placed : schedule.stages()) {
            Stage stage = stages.get(placed.index());
            boolean inEpochs = stage.length().text().endsWith("ep");
            stages.set(placed.index(), inEpochs ? stage.withLength(Input.of(placed.length())) : stage);
        }
        Training training = published.training()
                .withEpochs(Input.NONE)
                .withStepsPerEpoch(Input.NONE)
                .withSteps(Input.of(schedule.steps()));
        Document changed = published.withTraining(training)
                .withSchedule(new ScheduleSpec(StepUnit.BATCH, List.copyOf(stages)));
        return new Recipe(
                recipe.id(), recipe.title(), recipe.model(), recipe.year(), recipe.status(), recipe.source(), recipe.tags(),
                recipe.modern(), recipe.stated(), recipe.batchRule(), recipe.notes(), changed);
    }

    /// A schedule of batches needs the steps of an epoch; where the document does not know them, it steps by the epoch.
    private static Document steppingAsItCan(Document document) {
        boolean needsSteps = document.schedule().stepOn() == StepUnit.BATCH && !document.training().isSizedInSteps();
        return needsSteps && document.training().stepsPerEpoch().isBlank()
                ? StepUnitConversion.convert(document, StepUnit.EPOCH)
                : document;
    }
}
