package dev.annealer.finder.rule;

import java.util.Arrays;

/// fastai's default: within the longest falling subsequence, half-way into its middle third
/// (`fastai/callback/schedule.py`, `valley`).
final class FastaiValley implements PickRule {
    @Override
    public String id() {
        return "fastai-valley";
    }

    @Override
    public String title() {
        return "fastai valley";
    }

    @Override
    public String explanation() {
        return "Half-way down the longest stretch over which the loss keeps falling, the points that do not left out.";
    }

    @Override
    public Pick pick(double[] lr, double[] loss, Trim trim) {
        Trim.Range range = trim.fastai(lr.length);
        if (range.size() < 1) {
            return Pick.none(this, "no points are left after trimming");
        }
        int[] lengths = fallingLengths(range.of(loss));
        int end = 0;
        for (int i = 1; i < lengths.length; i++) {
            end = lengths[i] > lengths[end] ? i : end;
        }
        // fastai's start is one before the first point, and 0 where nothing falls.
        int start = end == 0 ? 0 : end - lengths[end];
        double third = (end - start) / 3.0;
        int index = start + (int) third + (int) (third / 2);
        return Pick.at(this, range.from() + Math.floorMod(index, range.size()), lr);
    }

    /// For each point the length of the longest strictly falling subsequence that ends there. By patience sorting: the same
    /// lengths as fastai's comparison of all pairs, in n log n.
    private static int[] fallingLengths(double[] loss) {
        int[] lengths = new int[loss.length];
        // The greatest last value of a falling subsequence of each length, negated so that it is sorted.
        double[] tails = new double[loss.length];
        int longest = 0;
        for (int i = 0; i < loss.length; i++) {
            int found = Arrays.binarySearch(tails, 0, longest, -loss[i]);
            int at = found >= 0 ? found : -found - 1;
            tails[at] = -loss[i];
            longest = Math.max(longest, at + 1);
            lengths[i] = at + 1;
        }
        return lengths;
    }
}
