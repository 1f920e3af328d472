package dev.annealer.table;

import java.util.ArrayList;
import java.util.List;

/// Counts lines that did not become rows, and remembers the first of them.
final class SkippedLines {
    private static final int MOST_REMEMBERED = 1000;

    private final List<Skipped> first = new ArrayList<>();
    private long count;

    void add(long line, String why) {
        count++;
        if (first.size() < MOST_REMEMBERED) {
            first.add(new Skipped(line, why));
        }
    }

    /// @param below how many lines are above the first that `others` counted
    void addAll(SkippedLines others, long below) {
        others.first.stream()
                .limit(MOST_REMEMBERED - first.size())
                .map(skipped -> new Skipped(below + skipped.line(), skipped.why()))
                .forEach(first::add);
        count += others.count;
    }

    List<Skipped> first() {
        return first;
    }

    long count() {
        return count;
    }
}
