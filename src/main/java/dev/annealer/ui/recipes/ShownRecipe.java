package dev.annealer.ui.recipes;

import dev.annealer.document.Document;
import dev.annealer.document.Problem;
import dev.annealer.progress.Progress;
import dev.annealer.recipe.Recipe;
import dev.annealer.recipe.RecipeFacts;
import dev.annealer.recipe.RecipeScaling;
import dev.annealer.recipe.Scaled;
import dev.annealer.recipe.Target;
import dev.annealer.schedule.Compilation;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.ui.support.CurvePoints;
import java.util.List;
import java.util.Optional;

/// All that the window shows of one recipe, published or scaled.
///
/// @param document what opening it opens
/// @param curves one for each param group, on one scale
/// @param changes what was scaled; empty for the recipe as it was published
record ShownRecipe(Recipe recipe, Document document, RecipeFacts facts, List<CurvePoints> curves, List<String> changes) {
    /// As many points as the widest picture has pixels.
    private static final int COLUMNS = 420;

    /// Either what is shown, or why it can't be.
    record Outcome(Optional<ShownRecipe> shown, Optional<Problem> problem) {}

    static ShownRecipe published(Recipe recipe) {
        return outcome(recipe, Target.of(recipe)).shown().orElseThrow();
    }

    /// Takes some milliseconds, more where a lambda has to be gone through.
    static Outcome outcome(Recipe recipe, Target target) {
        Scaled scaled = RecipeScaling.scale(recipe, target);
        Compilation compilation = ScheduleCompiler.compileWhole(scaled.document(), Progress.NONE);
        return new Outcome(
                compilation.compiled().map(schedule -> new ShownRecipe(
                        recipe,
                        scaled.document(),
                        RecipeFacts.of(scaled.document(), schedule),
                        curves(schedule),
                        scaled.changes())),
                compilation.problems().stream().findFirst());
    }

    private static List<CurvePoints> curves(Schedule schedule) {
        double peak = schedule.groups().stream()
                .mapToDouble(group -> schedule.extremes(0, schedule.steps(), group.index()).max())
                .max()
                .orElse(1);
        return schedule.groups().stream()
                .map(Group::index)
                .map(group -> CurvePoints.of(schedule, group, 0, schedule.steps(), COLUMNS, peak))
                .toList();
    }
}
