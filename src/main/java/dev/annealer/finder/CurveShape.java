package dev.annealer.finder;

import java.util.Arrays;

/// What a curve of losses looks like to a person: a moving average over a fortieth of the points to either side, whatever
/// smoothing the picks are made with.
///
/// @param plateau the greatest value of the first tenth, where the losses fall from
/// @param lowest the position of the least value
/// @param least that value
/// @param descent from the plateau to the least value, at least 0
/// @param rise from the least value to the last one
/// @param earlyDescent how much of it lies in the first tenth
/// @param noise the standard deviation of the average, told from how far points lie from their neighbours
record CurveShape(double plateau, int lowest, double least, double descent, double rise, double earlyDescent, double noise) {
    private static final int SHARE_OF_WINDOW = 40;
    private static final int MOST_A_SIDE = 50;
    private static final double LIGHTNING_BETA = 0.98;
    private static final double DEVIATION_OF_BEND = 0.6745 * Math.sqrt(6);

    static CurveShape of(double[] losses) {
        int n = losses.length;
        int half = n / SHARE_OF_WINDOW;
        double[] shape = averaged(losses, half);
        int tenth = Math.max(1, n / 10);
        int lowest = 0;
        for (int i = 1; i < n; i++) {
            lowest = shape[i] < shape[lowest] ? i : lowest;
        }
        double plateau = Arrays.stream(shape, 0, tenth).max().orElseThrow();
        double afterTenth = shape[Math.min(n - 1, tenth)];
        double least = shape[lowest];
        double noise = bend(losses, Math.max(n / 2, lowest)) / DEVIATION_OF_BEND / Math.sqrt(2 * half + 1);
        return new CurveShape(plateau, lowest, least, plateau - least, shape[n - 1] - least, plateau - afterTenth, noise);
    }

    /// Of a wide window, evenly chosen points say as much as all of them, and a million points stay a matter of a moment.
    private static double[] averaged(double[] values, int half) {
        int stride = Math.max(1, half / MOST_A_SIDE);
        double[] averages = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int to = Math.min(values.length, i + half + 1);
            double sum = 0;
            int count = 0;
            for (int j = Math.max(0, i - half); j < to; j += stride) {
                sum += values[j];
                count++;
            }
            averages[i] = sum / count;
        }
        return averages;
    }

    /// The median second difference of the first `to` points.
    private static double bend(double[] values, int to) {
        double[] bends = new double[Math.min(to, values.length) - 2];
        for (int i = 0; i < bends.length; i++) {
            bends[i] = Math.abs(values[i] - 2 * values[i + 1] + values[i + 2]);
        }
        Arrays.sort(bends);
        return bends[bends.length / 2];
    }

    /// Whether losses begin as those that Lightning's `lr_find` records: its moving average corrects for one step too many, so
    /// that the first is half of what it was, the second two thirds, and so on.
    static boolean beginsLikeLightning(double[] losses) {
        int n = Math.min(8, losses.length);
        double[] mended = withoutLightningsFault(losses);
        for (int i = 1; i < n; i++) {
            boolean climbs = losses[i] > losses[i - 1];
            boolean levels = Math.abs(mended[i] / mended[0] - 1) < 0.25;
            if (!climbs || !levels) {
                return false;
            }
        }
        return losses[0] > 0 && losses[1] / losses[0] > 1.15;
    }

    /// `(1 - beta^(i+1)) / (1 - beta^(i+2))` taken back.
    static double[] withoutLightningsFault(double[] losses) {
        double[] mended = new double[losses.length];
        for (int i = 0; i < losses.length; i++) {
            mended[i] = losses[i] * (1 - Math.pow(LIGHTNING_BETA, i + 2)) / (1 - Math.pow(LIGHTNING_BETA, i + 1));
        }
        return mended;
    }
}
