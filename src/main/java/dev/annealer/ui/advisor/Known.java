package dev.annealer.ui.advisor;

import dev.annealer.advisor.Answers;
import dev.annealer.advisor.Answers.Preference;
import dev.annealer.document.Architecture;
import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Training;
import java.util.OptionalLong;

/// What a document tells of the answers, and what is assumed where it does not.
record Known(Document document) {
    private static final long EPOCHS = 100;
    private static final long BATCH_SIZE = 128;
    private static final long SAMPLES = 50_000;

    private Training training() {
        return document.training();
    }

    Architecture architecture() {
        Architecture known = training().architecture();
        return known == null ? Architecture.OTHER : known;
    }

    boolean pretrained() {
        return Boolean.TRUE.equals(training().fromPretrained());
    }

    /// A run that is sized in steps is taken for one epoch.
    long epochs() {
        return training().isSizedInSteps() ? 1 : within(training().epochs(), EPOCHS, Answers.MOST_EPOCHS);
    }

    long batchSize() {
        return within(training().batchSize(), BATCH_SIZE, Answers.MOST_SAMPLES);
    }

    long samples() {
        Input steps = training().isSizedInSteps() ? training().steps() : training().stepsPerEpoch();
        OptionalLong count = steps.count();
        boolean known = count.isPresent() && count.getAsLong() >= 1 && count.getAsLong() <= Answers.MOST_SAMPLES / batchSize();
        return known ? count.getAsLong() * batchSize() : SAMPLES;
    }

    /// The document's own where somebody has described the model; a mere default of the starter document is no wish.
    Preference optimizer() {
        if (training().architecture() == null) {
            return Preference.USUAL;
        }
        return switch (document.optimizer().type()) {
            case "SGD" -> Preference.SGD;
            case "AdamW", "Adam" -> Preference.ADAMW;
            default -> Preference.USUAL;
        };
    }

    OptionalLong parameters() {
        OptionalLong count = training().parameters().count();
        return count.orElse(0) >= 1 ? count : OptionalLong.empty();
    }

    private static long within(Input input, long otherwise, long most) {
        OptionalLong count = input.count();
        return count.isPresent() && count.getAsLong() >= 1 && count.getAsLong() <= most ? count.getAsLong() : otherwise;
    }
}
