package dev.annealer.finder;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The exponential moving average by which LR finders smooth a loss.
public final class Smoothing {
    /// fastai's.
    public static final double DEFAULT_BETA = 0.98;

    public static final double GREATEST_BETA = 0.99;

    private static final double BEND_OF_SMOOTHED = 0.0035;
    private static final int LEAST_TO_JUDGE = 8;

    private Smoothing() {}

    /// `a = beta a + (1 - beta) loss`, divided by `1 - beta^(i+1)`, which corrects the bias towards the zero it starts from.
    ///
    /// @param beta in [0, 0.99]; 0 gives the losses themselves
    public static double[] exponential(double[] losses, double beta) {
        double[] smoothed = losses.clone();
        if (beta == 0) {
            return smoothed;
        }
        double average = 0;
        double weight = 1;
        for (int i = 0; i < losses.length; i++) {
            average = beta * average + (1 - beta) * losses[i];
            weight *= beta;
            smoothed[i] = average / (1 - weight);
        }
        return smoothed;
    }

    /// Whether losses look as if they had been smoothed already: from point to point they bend far less than the noise of batches
    /// would make them, measured against their own size on the part before the loss is lowest. Of the runs that this was
    /// tried on, raw losses of batches of 16 to 128 bend by 0.5 % and more, averaged ones (beta 0.98) by less than 0.3 %.
    public static boolean isSmoothed(double[] losses) {
        int lowest = 0;
        for (int i = 0; i < losses.length; i++) {
            lowest = losses[i] < losses[lowest] ? i : lowest;
        }
        int from = Math.max(1, losses.length / 10);
        int to = Math.max(lowest, Math.min(losses.length, from + losses.length / 2));
        if (to - from < LEAST_TO_JUDGE) {
            return false;
        }
        double[] part = Arrays.copyOfRange(losses, from, to);
        double[] bends = IntStream.range(1, part.length - 1)
                .mapToDouble(i -> Math.abs(part[i - 1] - 2 * part[i] + part[i + 1]))
                .toArray();
        return median(bends) < BEND_OF_SMOOTHED * median(Arrays.stream(part).map(Math::abs).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
