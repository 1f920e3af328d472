package dev.annealer.advisor;

import dev.annealer.document.Architecture;

/// The answers with what follows from them: the run that is planned.
///
/// @param epochs of the run; its ceiling where the right length is not known
/// @param lengthIsKnown by the answers, or by the paper that is reproduced
/// @param batchSize the one to train with, see {@link BatchSize}
record Situation(Answers answers, long epochs, boolean lengthIsKnown, long batchSize) {
    static final long SHORT_BELOW = 10;
    static final long LONG_ABOVE = 30;
    static final long LARGE_BATCH_ABOVE = 512;

    static Situation of(Answers answers) {
        long planned = plannedEpochs(answers);
        boolean known = answers.epochs().isPresent() || knowsPaper(answers);
        return new Situation(answers, planned, known, BatchSize.toTrainWith(answers, planned));
    }

    private static long plannedEpochs(Answers answers) {
        if (answers.epochs().isPresent()) {
            return answers.epochs().getAsLong();
        }
        return knowsPaper(answers) ? paperEpochs(answers.architecture()) : ceiling(answers.budget());
    }

    private static boolean knowsPaper(Answers answers) {
        return answers.reproducesPaper() && paperEpochs(answers.architecture()) > 0 && !answers.fromPretrained();
    }

    /// How long the papers train: ResNet, ViT, two-stage detectors, DeepLab; 0 where they do not agree.
    private static long paperEpochs(Architecture architecture) {
        return switch (architecture) {
            case CNN -> 90;
            case VISION_TRANSFORMER -> 300;
            case DETECTOR -> 26;
            case SEGMENTATION -> 100;
            case LANGUAGE_TRANSFORMER, SMALL, REINFORCEMENT_LEARNING, OTHER -> 0;
        };
    }

    private static long ceiling(Answers.Budget budget) {
        return switch (budget) {
            case LOW -> 50;
            case NORMAL -> 100;
            case HIGH -> 300;
        };
    }

    Architecture architecture() {
        return answers.architecture();
    }

    boolean isFineTuning() {
        return answers.fromPretrained();
    }

    boolean isTransformer() {
        return architecture().isTransformer();
    }

    boolean isShort() {
        return epochs < SHORT_BELOW;
    }

    boolean isLong() {
        return epochs > LONG_ABOVE;
    }

    boolean hasLargeBatch() {
        return batchSize > LARGE_BATCH_ABOVE;
    }

    /// Whether the full rate on the first step would endanger the training.
    boolean needsWarmup() {
        return hasLargeBatch() || isTransformer() && !isFineTuning();
    }

    long stepsPerEpoch() {
        return Math.ceilDiv(answers.samples(), batchSize);
    }

    long steps() {
        return epochs * stepsPerEpoch();
    }
}
