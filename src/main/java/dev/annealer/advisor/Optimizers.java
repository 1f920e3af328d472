package dev.annealer.advisor;

import dev.annealer.advisor.Answers.Preference;
import dev.annealer.document.Architecture;
import java.util.function.Function;

/// Which optimizer, with which learning rates: by architecture and batch size.
final class Optimizers {
    private static final double FINE_TUNED = 1e-5;
    private static final double FRESH = 1e-3;
    private static final double FINE_TUNED_SGD = 1e-3;
    private static final double FRESH_SGD = 1e-2;
    /// A backbone that comes trained, beside a detector's or a segmenter's own layers.
    private static final double BACKBONE_SHARE = 0.1;

    private Optimizers() {}

    static OptimizerPlan forTraining(Situation situation) {
        return switch (situation.architecture()) {
            case DETECTOR -> detector(situation);
            case SEGMENTATION -> segmentation(situation);
            case CNN -> orFineTuning(situation, FromScratch::cnn);
            case VISION_TRANSFORMER -> orFineTuning(situation, FromScratch::visionTransformer);
            case LANGUAGE_TRANSFORMER -> orFineTuning(situation, FromScratch::languageTransformer);
            case SMALL -> orFineTuning(situation, FromScratch::smallModel);
            case REINFORCEMENT_LEARNING -> orFineTuning(situation, _ -> FromScratch.agent());
            case OTHER -> orFineTuning(situation, FromScratch::anything);
        };
    }

    private static OptimizerPlan orFineTuning(Situation situation, Function<Situation, OptimizerPlan> fromScratch) {
        return situation.isFineTuning() ? fineTuning(situation) : fromScratch.apply(situation);
    }

    private static OptimizerPlan fineTuning(Situation situation) {
        boolean sgdWorks = !situation.isTransformer() && situation.architecture() != Architecture.REINFORCEMENT_LEARNING;
        if (situation.answers().optimizer() == Preference.SGD && sgdWorks) {
            return OptimizerPlan.sgd(FRESH_SGD, 1e-4, new Reason(
                            Guideline.FINE_TUNING_RATE,
                            "With SGD the pretrained layers move at 1e-3, so that they keep what they know; the new head at 1e-2."
                                    + " Put the parameters into these two groups."))
                    .split("backbone", FINE_TUNED_SGD, "head", FRESH_SGD);
        }
        var plan = OptimizerPlan.adamW(FRESH, 0.01, new Reason(
                Guideline.FINE_TUNING_RATE,
                "The pretrained layers move at 1e-5, so that they keep what they know; the new head, which knows nothing, at 1e-3."
                        + " Put the parameters into these two groups."));
        var split = plan.split("backbone", FINE_TUNED, "head", FRESH);
        return situation.isTransformer() ? split.clippedAt(1) : split;
    }

    private static OptimizerPlan detector(Situation situation) {
        if (situation.answers().optimizer() == Preference.ADAMW) {
            return OptimizerPlan.adamW(1e-4, 1e-4, new Reason(
                            Guideline.DETECTION_RATE,
                            "DETR's optimizer: AdamW with 1e-4 for the transformer and a tenth of it for the backbone."))
                    .split("backbone", 1e-5, "transformer", 1e-4)
                    .clippedAt(0.1);
        }
        double lr = Math.min(0.08, Rates.scaled(0.02, 16, situation.batchSize()));
        var plan = OptimizerPlan.sgd(lr, 1e-4, new Reason(Guideline.DETECTION_RATE, "SGD at 0.02 for batch 16, scaled with the batch up to"
                + " 64: " + Rates.input(lr) + ". Much lower than for classification, because boxes are easily upset."));
        return withBackbone(situation, plan, lr);
    }

    private static OptimizerPlan segmentation(Situation situation) {
        if (situation.answers().optimizer() == Preference.ADAMW) {
            return withBackbone(situation, OptimizerPlan.adamW(1e-4, 0.01, new Reason(
                    Guideline.SEGMENTATION_RATE, "AdamW at 1e-4, as for transformer segmenters; convolutional ones are usual with SGD.")), 1e-4);
        }
        double lr = Math.min(0.1, Rates.scaled(0.01, 16, situation.batchSize()));
        return withBackbone(situation, OptimizerPlan.sgd(lr, 1e-4, new Reason(
                Guideline.SEGMENTATION_RATE, "SGD at 0.01 for batch 16, scaled with the batch: " + Rates.input(lr) + ".")), lr);
    }

    private static OptimizerPlan withBackbone(Situation situation, OptimizerPlan plan, double lr) {
        return situation.isFineTuning() ? plan.split("backbone", lr * BACKBONE_SHARE, "head", lr) : plan;
    }
}
