package dev.annealer.finder;

import java.util.Arrays;

/// The exponential moving average by which LR finders smooth a loss.
public final class Smoothing {
    /// fastai's.
    public static final double DEFAULT_BETA = 0.98;

    public static final double GREATEST_BETA = 0.99;

    private static final double SMOOTH_NOISE = 0.004;

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

    /// Whether losses look as if they had been smoothed already: from point to point they bend far less than the noise of
    /// batches would make them, measured on the part before the loss is lowest, against the range that they go through there.
    public static boolean isSmoothed(double[] losses) {
        int lowest = 0;
        for (int i = 0; i < losses.length; i++) {
            lowest = losses[i] < losses[lowest] ? i : lowest;
        }
        int from = losses.length / 10;
        int to = Math.max(lowest, Math.min(losses.length, from + losses.length / 2));
        if (to - from < 8) {
            return false;
        }
        double[] bends = new double[to - from - 2];
        for (int i = 0; i < bends.length; i++) {
            bends[i] = Math.abs(losses[from + i] - 2 * losses[from + i + 1] + losses[from + i + 2]);
        }
        Arrays.sort(bends);
        double[] part = Arrays.copyOfRange(losses, from, to);
        double range = Arrays.stream(part).max().orElse(0) - Arrays.stream(part).min().orElse(0);
        return range > 0 && bends[bends.length / 2] / range < SMOOTH_NOISE;
    }
}
