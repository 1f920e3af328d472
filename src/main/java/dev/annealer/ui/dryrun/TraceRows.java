package dev.annealer.ui.dryrun;

import dev.annealer.schedule.Schedule;
import javafx.collections.ObservableListBase;

/// The rows of a trace as a list that holds none of them: a row is its step, and its figures are asked of the schedule when it
/// is shown.
final class TraceRows extends ObservableListBase<Long> {
    /// A table counts its rows in ints.
    static final int MOST = Integer.MAX_VALUE - 8;

    private final int size;

    TraceRows(Schedule schedule) {
        size = (int) Math.min(MOST, schedule.steps());
    }

    @Override
    public Long get(int index) {
        return (long) index;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int indexOf(Object step) {
        return step instanceof Long value && value >= 0 && value < size ? value.intValue() : -1;
    }

    @Override
    public boolean contains(Object step) {
        return indexOf(step) >= 0;
    }
}
