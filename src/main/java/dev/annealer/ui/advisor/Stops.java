package dev.annealer.ui.advisor;

import java.util.stream.LongStream;

/// The values at which a slider of counts stops. Between two of them a position stands for their geometric mean.
///
/// @param values ascending, above 0
record Stops(long... values) {
    static final Stops EPOCHS = new Stops(1, 2, 3, 5, 10, 15, 20, 30, 50, 90, 100, 200, 300, 600, 1000);
    static final Stops BATCH = new Stops(LongStream.rangeClosed(0, 13).map(i -> 1L << i).toArray());

    /// The position of the last stop; the first is at 0.
    double last() {
        return values.length - 1.0;
    }

    /// Where `value` lies between the stops; at the end where it is beyond them.
    double position(long value) {
        int above = 0;
        while (above < values.length && values[above] < value) {
            above++;
        }
        if (above == values.length) {
            return last();
        }
        if (above == 0 || values[above] == value) {
            return above;
        }
        double low = Math.log(values[above - 1]);
        return above - 1 + (Math.log(value) - low) / (Math.log(values[above]) - low);
    }

    /// The stop nearest to `position`.
    long at(double position) {
        return values[(int) Math.clamp(Math.round(position), 0L, values.length - 1L)];
    }
}
