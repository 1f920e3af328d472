package dev.annealer.recipe;

import dev.annealer.document.Input;
import dev.annealer.document.Training;
import java.util.OptionalLong;

/// One's own run, for which a recipe is scaled. What is empty stays as the recipe has it.
///
/// @param length in epochs, or in steps where the recipe is sized in steps
/// @param batchSize the global one
/// @param samples of an epoch; has no meaning for a recipe that is sized in steps
public record Target(OptionalLong length, OptionalLong batchSize, OptionalLong samples) {
    /// What the recipe has itself.
    public static Target of(Recipe recipe) {
        return of(recipe.published().training());
    }

    /// The run as `training` has it, as far as it is known.
    public static Target of(Training training) {
        Input length = training.isSizedInSteps() ? training.steps() : training.epochs();
        return new Target(length.count(), training.batchSize().count(), samples(training));
    }

    /// This, with what is empty taken from `other`.
    Target orElse(Target other) {
        return new Target(
                length.isPresent() ? length : other.length,
                batchSize.isPresent() ? batchSize : other.batchSize,
                samples.isPresent() ? samples : other.samples);
    }

    private static OptionalLong samples(Training training) {
        OptionalLong steps = training.stepsPerEpoch().count();
        OptionalLong batch = training.batchSize().count();
        return steps.isPresent() && batch.isPresent()
                ? OptionalLong.of(steps.getAsLong() * batch.getAsLong())
                : OptionalLong.empty();
    }
}
