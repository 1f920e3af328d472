package dev.annealer.advisor;

import dev.annealer.advisor.Answers.Preference;
import dev.annealer.document.Input;
import dev.annealer.document.Optimizer;
import java.util.List;

/// Optimizers for random weights.
final class FromScratch {
    private static final double HIGHEST_SGD_OF_SMALL = 0.1;
    private static final double HIGHEST_ADAM = 4e-3;
    private static final double LOWEST_ADAM = 2.5e-4;
    private static final long USUAL_BATCH = 256;
    private static final long USUAL_BATCH_OF_ADAM = 1024;

    private FromScratch() {}

    static OptimizerPlan cnn(Situation situation) {
        return situation.answers().optimizer() == Preference.ADAMW
                ? OptimizerPlan.adamW(adamRate(situation), 0.05, scaledAdam(situation, "ConvNeXt's", Guideline.ADAPTIVE_OPTIMIZER))
                : sgd(situation, Double.POSITIVE_INFINITY);
    }

    static OptimizerPlan smallModel(Situation situation) {
        return situation.answers().optimizer() == Preference.SGD ? sgd(situation, HIGHEST_SGD_OF_SMALL) : adamW();
    }

    static OptimizerPlan anything(Situation situation) {
        return situation.answers().optimizer() == Preference.SGD ? sgd(situation, Double.POSITIVE_INFINITY) : adamW();
    }

    /// @param most what the rate does not exceed, however large the batch
    private static OptimizerPlan sgd(Situation situation, double most) {
        double scaled = Rates.scaled(0.1, USUAL_BATCH, situation.batchSize());
        double lr = Math.min(most, scaled);
        String capped = lr < scaled ? ", but not above " + Rates.input(most) + " for a small model" : "";
        String text = situation.batchSize() == USUAL_BATCH
                ? "SGD with momentum 0.9 at 0.1, the usual rate for batch 256."
                : "SGD with momentum 0.9 at 0.1 for batch 256, scaled in proportion to batch " + situation.batchSize() + capped
                        + ": " + Rates.input(lr) + ".";
        return OptimizerPlan.sgd(lr, 1e-4, new Reason(situation.hasLargeBatch() ? Guideline.LARGE_BATCH : Guideline.CNN, text));
    }

    /// The linear rule of DeiT, Swin and ConvNeXt: 5e-4 for every 512 of the batch.
    private static double adamRate(Situation situation) {
        return Math.clamp(Rates.scaled(1e-3, USUAL_BATCH_OF_ADAM, situation.batchSize()), LOWEST_ADAM, HIGHEST_ADAM);
    }

    static OptimizerPlan visionTransformer(Situation situation) {
        return insteadOfSgd(situation, OptimizerPlan.adamW(
                        adamRate(situation), 0.05, scaledAdam(situation, "DeiT's and Swin's", Guideline.VISION_TRANSFORMER)))
                .clippedAt(1);
    }

    private static Reason scaledAdam(Situation situation, String whose, Guideline rule) {
        double lr = adamRate(situation);
        String end = lr == HIGHEST_ADAM ? ", and not above it" : lr == LOWEST_ADAM ? ", and not below it" : "";
        if (situation.batchSize() == USUAL_BATCH_OF_ADAM) {
            return new Reason(rule, "AdamW at 1e-3, " + whose + " rate for batch 1024.");
        }
        return new Reason(rule, "AdamW at 1e-3 for batch 1024, " + whose + " rule, scaled to batch " + situation.batchSize() + ": "
                + Rates.input(lr) + end + ".");
    }

    static OptimizerPlan languageTransformer(Situation situation) {
        double lr = Math.clamp(Rates.scaled(5e-4, 512, situation.batchSize()), 1e-4, 5e-4);
        return insteadOfSgd(situation, OptimizerPlan.adamW(lr, 0.01, new Reason(
                        Guideline.LANGUAGE_RATE,
                        "AdamW between 1e-4 and 5e-4, the more the larger the batch: " + Rates.input(lr) + " at "
                                + situation.batchSize() + " sequences.")))
                .clippedAt(1);
    }

    private static OptimizerPlan insteadOfSgd(Situation situation, OptimizerPlan plan) {
        if (situation.answers().optimizer() != Preference.SGD) {
            return plan;
        }
        var reason = new Reason(
                plan.reasons().getFirst().rule(),
                "SGD was asked for, but it hardly trains attention from random weights: AdamW does. "
                        + plan.reasons().getFirst().text());
        return new OptimizerPlan(plan.optimizer(), plan.clipGradNorm(), List.of(reason));
    }

    static OptimizerPlan agent() {
        var reason = new Reason(
                Guideline.REINFORCEMENT_RATE, "Adam at 3e-4, where most implementations of PPO and SAC start.");
        return new OptimizerPlan(Optimizer.of("Adam", Input.of(3e-4)), Input.of(0.5), List.of(reason));
    }

    private static OptimizerPlan adamW() {
        return OptimizerPlan.adamW(1e-3, 0.01, new Reason(
                Guideline.ADAPTIVE_OPTIMIZER,
                "AdamW at 1e-3 works for most models before anything is known of them, at any batch size."));
    }
}
