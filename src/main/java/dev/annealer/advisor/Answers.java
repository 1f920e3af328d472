package dev.annealer.advisor;

import dev.annealer.document.Architecture;
import java.util.OptionalLong;

/// What a person knows about a training before there is a schedule for it.
///
/// @param architecture {@link Architecture#OTHER} where it is something else, or not known
/// @param fromPretrained whether some of the weights were trained before
/// @param epochs empty where the right length is not known
/// @param batchSize the global one: all devices, accumulation included
/// @param samples of one epoch: images, sequences, windows
/// @param reproducesPaper whether a paper's result is to be reached in the paper's own way
/// @param parameters of the model; empty where nobody counted them
public record Answers(
        Architecture architecture,
        boolean fromPretrained,
        OptionalLong epochs,
        long batchSize,
        long samples,
        boolean reproducesPaper,
        Budget budget,
        Preference optimizer,
        OptionalLong parameters) {
    /// A run that sees fewer samples has no room for a schedule.
    public static final long FEWEST_SAMPLES_SEEN = 100;
    /// Beyond every training, and far from where counts stop to be exact.
    public static final long MOST_EPOCHS = 100_000;

    public static final long MOST_SAMPLES = 10_000_000_000L;

    /// How much computing may be spent.
    public enum Budget {
        LOW,
        NORMAL,
        HIGH
    }

    /// The optimizer that is wanted.
    public enum Preference {
        /// The one that is usual for the architecture.
        USUAL,
        SGD,
        ADAMW
    }

    /// @throws IllegalArgumentException where a number is out of range, or where {@link #isTooShort} holds
    public Answers {
        inRange("epochs", epochs.orElse(1), MOST_EPOCHS);
        inRange("batch size", batchSize, MOST_SAMPLES);
        inRange("samples", samples, MOST_SAMPLES);
        if (isTooShort(epochs, samples)) {
            throw new IllegalArgumentException("a training sees at least " + FEWEST_SAMPLES_SEEN + " samples");
        }
    }

    private static void inRange(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ", not from 1 to " + most);
        }
    }

    /// Whether the run is over before a learning rate could change.
    public static boolean isTooShort(OptionalLong epochs, long samples) {
        return epochs.orElse(FEWEST_SAMPLES_SEEN) * samples < FEWEST_SAMPLES_SEEN;
    }
}
