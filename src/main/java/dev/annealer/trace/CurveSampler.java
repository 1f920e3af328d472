package dev.annealer.trace;

import dev.annealer.schedule.Extremes;
import dev.annealer.schedule.Schedule;

/// As many points of a schedule as a chart of so many pixel columns can show, whatever the number of steps.
///
/// Where there are more steps than columns, each column has its first and last value and its extremes at the steps where
/// they are, so that jumps, restarts and spikes of a single step show. Buffers are reused: a curve is good until the next one is
/// sampled.
public final class CurveSampler {
    private static final int POINTS_A_COLUMN = 4;

    private double[] steps = new double[0];
    private double[] values = new double[0];
    private int size;

    /// A learning rate or a momentum, one value and the extremes of a range at a time.
    private interface Source {
        double at(long step);

        Extremes extremes(long from, long to);
    }

    /// The learning rate of `group` over steps [from, to) of the run, for `columns` pixels.
    public Curve learningRate(Schedule schedule, int group, long from, long to, int columns) {
        return sample(from, to, columns, new Source() {
            @Override
            public double at(long step) {
                return schedule.at(step, group);
            }

            @Override
            public Extremes extremes(long low, long high) {
                return schedule.extremes(low, high, group);
            }
        });
    }

    /// The momentum likewise; NaN where there is none.
    public Curve momentum(Schedule schedule, long from, long to, int columns) {
        return sample(from, to, columns, new Source() {
            @Override
            public double at(long step) {
                return schedule.momentum(step).orElse(Double.NaN);
            }

            @Override
            public Extremes extremes(long low, long high) {
                return schedule.momentumExtremes(low, high);
            }
        });
    }

    private Curve sample(long from, long to, int columns, Source source) {
        reserve(POINTS_A_COLUMN * (columns + 1));
        size = 0;
        if (to - from <= 2L * columns) {
            for (long step = from; step < to; step++) {
                add(step, source.at(step));
            }
        } else {
            for (int i = 0; i < columns; i++) {
                long low = from + (long) ((double) (to - from) * i / columns);
                long high = i == columns - 1 ? to : from + (long) ((double) (to - from) * (i + 1) / columns);
                addColumn(low, Math.max(low + 1, high), source);
            }
        }
        return new Curve(steps, values, size);
    }

    private void addColumn(long low, long high, Source source) {
        Extremes extremes = source.extremes(low, high);
        add(low, source.at(low));
        if (!extremes.isEmpty()) {
            boolean minFirst = extremes.argMin() < extremes.argMax();
            addBetween(minFirst ? extremes.argMin() : extremes.argMax(), minFirst ? extremes.min() : extremes.max(), low, high);
            addBetween(minFirst ? extremes.argMax() : extremes.argMin(), minFirst ? extremes.max() : extremes.min(), low, high);
        }
        if (high - 1 > low) {
            add(high - 1, source.at(high - 1));
        }
    }

    private void addBetween(long step, double value, long low, long high) {
        if (step > low && step < high - 1) {
            add(step, value);
        }
    }

    private void add(long step, double value) {
        steps[size] = step;
        values[size] = value;
        size++;
    }

    private void reserve(int points) {
        if (steps.length < points) {
            steps = new double[points];
            values = new double[points];
        }
    }
}
