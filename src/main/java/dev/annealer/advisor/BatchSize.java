package dev.annealer.advisor;

import java.util.Optional;

/// The batch size of the answers, or the greatest one that a sound schedule can be made for.
final class BatchSize {
    /// On fewer steps a warmup of a few percent is a jump, and a decay ends far above zero.
    private static final long FEWEST_STEPS = 200;
    /// Above it a warmup takes at least 10 epochs, which are a tenth of a run of 100; runs of a few epochs do with a tenth.
    private static final long VERY_LARGE_ABOVE = 4096;
    private static final long EPOCHS_FOR_VERY_LARGE = 100;
    /// Where linear scaling of the learning rate has been shown to hold (Goyal et al. 2017).
    private static final long MOST = 8192;

    private BatchSize() {}

    static long toTrainWith(Answers answers, long epochs) {
        boolean hasTime = epochs < Situation.SHORT_BELOW || epochs >= EPOCHS_FOR_VERY_LARGE;
        long most = hasTime ? MOST : VERY_LARGE_ABOVE;
        long batch = Math.min(answers.batchSize(), most);
        while (batch > 1 && steps(answers, epochs, batch) < FEWEST_STEPS) {
            // To the next power of two below.
            batch = Long.highestOneBit(batch - 1);
        }
        return batch;
    }

    private static long steps(Answers answers, long epochs, long batch) {
        return epochs * Math.ceilDiv(answers.samples(), batch);
    }

    /// Why it is not the one of the answers; empty where it is.
    static Optional<Reason> reason(Situation situation) {
        long asked = situation.answers().batchSize();
        long batch = situation.batchSize();
        if (batch == asked) {
            return Optional.empty();
        }
        long askedSteps = steps(situation.answers(), situation.epochs(), asked);
        if (askedSteps < FEWEST_STEPS) {
            return Optional.of(new Reason(Guideline.ENOUGH_STEPS, "At batch " + asked + " the run has " + askedSteps
                    + (askedSteps == 1 ? " step" : " steps") + ", too few to warm up and decay on. At batch " + batch + " it has "
                    + situation.steps() + "."));
        }
        return Optional.of(new Reason(Guideline.LARGE_BATCH, asked > MOST && batch == MOST
                ? "The rate can be scaled with the batch up to about 8192, and not to " + asked + "; train at 8192."
                : "Above batch 4096 a warmup takes 10 epochs or more, too much of a run of " + situation.epochs()
                        + "; train at " + batch + "."));
    }
}
