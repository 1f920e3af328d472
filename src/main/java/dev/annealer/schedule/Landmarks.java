package dev.annealer.schedule;

import java.util.Arrays;

/// Collects the landmarks of one range: its two ends, and what is added and lies inside.
final class Landmarks {
    private final long from;
    private final long to;
    private long[] steps = new long[8];
    private int size;

    private Landmarks(long from, long to) {
        this.from = from;
        this.to = to;
        add(from);
        add(to - 1);
    }

    static Landmarks of(long from, long to) {
        return new Landmarks(from, to);
    }

    /// For a scheduler whose extremes lie at the ends of any range.
    static long[] ends(long from, long to) {
        return new Landmarks(from, to).toArray();
    }

    Landmarks add(long step) {
        if (step < from || step >= to) {
            return this;
        }
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, size * 2);
        }
        steps[size++] = step;
        return this;
    }

    /// The step where something new begins, and the one before it.
    Landmarks addBoth(long step) {
        return add(step - 1).add(step);
    }

    /// The whole steps on either side of a turning point between steps.
    Landmarks addAround(double turningPoint) {
        long below = (long) Math.floor(turningPoint);
        return add(below).add(below + 1);
    }

    long[] toArray() {
        return Arrays.copyOf(steps, size);
    }
}
