package dev.annealer.finder;

import dev.annealer.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Splits a run where its learning rate falls back, and drops the rows that can't be used.
final class SweepSplitter {
    private static final String NEEDED = "a range test raises the learning rate step by step and logs the loss at each";

    private final Column loss;
    private final List<Sweep> sweeps = new ArrayList<>();
    private final Points points = new Points();
    private int usable;
    private int rises;
    private int kept;

    SweepSplitter(Column loss) {
        this.loss = loss;
    }

    /// How many usable points lie in none of the sweeps.
    int pointsLeft() {
        return usable - kept;
    }

    /// @param lr as long as the losses
    List<Sweep> split(double[] lr) throws FinderException {
        for (int i = 0; i < lr.length; i++) {
            double value = loss.get(i);
            boolean rate = lr[i] > 0 && Double.isFinite(lr[i]);
            if (!rate || !Double.isFinite(value)) {
                points.drop(rate && !loss.isMissing(i));
            } else {
                if (points.fallTo(lr[i])) {
                    finish();
                }
                points.add(lr[i], value, i);
                usable++;
            }
        }
        finish();
        return checked();
    }

    private void finish() {
        rises++;
        if (points.size >= Sweep.LEAST_POINTS) {
            sweeps.add(points.sweep());
        }
        points.clear();
    }

    private List<Sweep> checked() throws FinderException {
        if (usable == 0) {
            throw new FinderException("no row has both a learning rate above 0 and a finite loss", NEEDED);
        }
        if (usable < Sweep.LEAST_POINTS) {
            throw new FinderException(
                    "only " + usable + " usable point" + (usable == 1 ? "; " : "s; ") + Sweep.LEAST_POINTS + " are the least",
                    "record a longer test, of 100 points or so");
        }
        if (sweeps.isEmpty()) {
            throw new FinderException(
                    "the learning rate falls instead of rising: " + usable + " points in " + rises + " rises, each of fewer than "
                            + Sweep.LEAST_POINTS,
                    NEEDED);
        }
        List<Sweep> moving = sweeps.stream().filter(sweep -> sweep.lr()[0] < sweep.lr()[sweep.size() - 1]).toList();
        if (moving.isEmpty()) {
            throw new FinderException("the learning rate never changes", NEEDED);
        }
        List<Sweep> alive = moving.stream().filter(SweepSplitter::hasChangingLoss).toList();
        if (alive.isEmpty()) {
            throw new FinderException(
                    "the loss is the same at every learning rate: nothing was learnt", "check that the optimizer "
                            + "steps, and record it again");
        }
        kept = alive.stream().mapToInt(Sweep::size).sum();
        return IntStream.range(0, alive.size()).mapToObj(i -> alive.get(i).numbered(i)).toList();
    }

    private static boolean hasChangingLoss(Sweep sweep) {
        return Arrays.stream(sweep.loss()).anyMatch(value -> value != sweep.loss()[0]);
    }

    /// The points of the rise that is going on.
    private static final class Points {
        private double[] lr = new double[128];
        private double[] loss = new double[128];
        private int[] rows = new int[128];
        private int size;
        private int dropped;
        private int divergedSincePoint;

        boolean fallTo(double next) {
            return size > 0 && next < lr[size - 1];
        }

        /// @param diverged whether there was a loss, and it was not finite
        void drop(boolean diverged) {
            dropped++;
            divergedSincePoint += diverged ? 1 : 0;
        }

        void add(double nextLr, double nextLoss, int row) {
            if (size == lr.length) {
                lr = Arrays.copyOf(lr, size * 2);
                loss = Arrays.copyOf(loss, size * 2);
                rows = Arrays.copyOf(rows, size * 2);
            }
            lr[size] = nextLr;
            loss[size] = nextLoss;
            rows[size] = row;
            size++;
            divergedSincePoint = 0;
        }

        Sweep sweep() {
            double[] rates = Arrays.copyOf(lr, size);
            return new Sweep(0, rates, Arrays.copyOf(loss, size), Arrays.copyOf(rows, size), dropped, divergedSincePoint);
        }

        void clear() {
            size = 0;
            dropped = 0;
            divergedSincePoint = 0;
        }
    }
}
