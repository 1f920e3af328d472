package dev.annealer.schedule.expression;

import java.util.ArrayDeque;

/// Consecutive steps that are evaluated together, and arrays to do it in.
final class Block {
    /// So many steps of a few arrays lie in the processor's first cache.
    static final int STEPS = 512;

    private final ArrayDeque<double[]> free = new ArrayDeque<>();
    private long first;
    private int count;

    void set(long firstStep, int steps) {
        first = firstStep;
        count = steps;
    }

    long first() {
        return first;
    }

    int count() {
        return count;
    }

    /// An array of {@link #STEPS} with anything in it; to be given back.
    double[] borrow() {
        return free.isEmpty() ? new double[STEPS] : free.pop();
    }

    void giveBack(double[] array) {
        free.push(array);
    }
}
