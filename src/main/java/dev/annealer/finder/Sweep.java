package dev.annealer.finder;

/// One rise of the learning rate, without the points that can't be used.
///
/// The arrays have one entry for each point and are not to be changed.
///
/// @param number which sweep of its file this is, from 0
/// @param lr learning rates, > 0 and never falling
/// @param loss finite
/// @param rows the data rows of the file, from 0
/// @param dropped how many rows of the sweep can't be used: no number, not finite, or a learning rate that is not positive
/// @param droppedAtEnd how many rows after the last point have a loss that is not finite: how a diverged run ends
public record Sweep(int number, double[] lr, double[] loss, int[] rows, int dropped, int droppedAtEnd) {
    /// Below this nothing can be said about a curve.
    public static final int LEAST_POINTS = 10;

    Sweep numbered(int other) {
        return new Sweep(other, lr, loss, rows, dropped, droppedAtEnd);
    }

    public int size() {
        return lr.length;
    }

    /// How many powers of ten the learning rate goes through.
    public double decades() {
        return Math.log10(lr[lr.length - 1] / lr[0]);
    }
}
