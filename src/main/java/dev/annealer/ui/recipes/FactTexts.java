package dev.annealer.ui.recipes;

import static dev.annealer.document.Numbers.grouped;
import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Numbers;
import dev.annealer.document.SchedulerType;
import dev.annealer.recipe.Fact;
import dev.annealer.recipe.RecipeFacts;
import dev.annealer.schedule.Run;
import java.util.Map;
import java.util.stream.Collectors;

/// The facts of a recipe in words. What its document can't say of itself stands in the catalogue.
final class FactTexts {
    private static final int DIGITS = 4;
    private static final int DIGITS_OF_THE_END = 2;

    private FactTexts() {}

    static String of(Fact fact, ShownRecipe shown) {
        RecipeFacts facts = shown.facts();
        Map<Fact, String> stated = shown.recipe().stated();
        return switch (fact) {
            case OPTIMIZER -> stated.getOrDefault(fact, facts.optimizer());
            case PEAK_LR -> facts.peaks().stream().map(peak -> Numbers.format(peak, DIGITS)).collect(Collectors.joining(" / "));
            case BATCH -> stated.containsKey(fact) && isPublishedBatch(shown) ? stated.get(fact) : batch(facts);
            case LENGTH -> length(facts.run());
            case WARMUP -> facts.warmup() == 0 && stated.containsKey(fact) ? stated.get(fact) : warmup(facts);
            case DECAY -> stated.getOrDefault(fact, decay(facts));
        };
    }

    private static boolean isPublishedBatch(ShownRecipe shown) {
        return shown.facts().batch().equals(shown.recipe().published().training().batchSize());
    }

    private static String batch(RecipeFacts facts) {
        return facts.batch().count().isPresent() ? grouped(facts.batch().count().getAsLong()) : get("recipes.fact.none");
    }

    private static String length(Run run) {
        return run.epochs().isPresent()
                ? get("recipes.epochs", grouped(run.epochs().getAsLong()))
                : get("recipes.steps", grouped(run.steps()));
    }

    private static String warmup(RecipeFacts facts) {
        if (facts.warmup() == 0) {
            return get("recipes.fact.none");
        }
        String share = Numbers.format(100.0 * facts.warmup() / facts.run().steps(), DIGITS_OF_THE_END);
        long stepsPerEpoch = facts.run().stepsPerEpoch().orElse(0);
        boolean wholeEpochs = stepsPerEpoch > 0 && facts.warmup() % stepsPerEpoch == 0;
        String length = wholeEpochs
                ? get("recipes.epochs", grouped(facts.warmup() / stepsPerEpoch))
                : get("recipes.steps", grouped(facts.warmup()));
        return get("recipes.fact.share", length, share);
    }

    private static String decay(RecipeFacts facts) {
        String curves = facts.decay().stream().map(FactTexts::curve).collect(Collectors.joining(", "));
        return get("recipes.fact.decay.to", curves, Numbers.format(facts.last(), DIGITS_OF_THE_END));
    }

    private static String curve(SchedulerType type) {
        return get("recipes.curve." + type.pytorchName());
    }
}
