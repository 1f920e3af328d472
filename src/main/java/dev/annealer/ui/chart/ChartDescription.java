package dev.annealer.ui.chart;

import dev.annealer.document.Numbers;
import dev.annealer.schedule.Schedule;
import dev.annealer.trace.Checkpoints;
import dev.annealer.ui.support.Messages;
import java.util.stream.Collectors;

/// The curve in words, for those who do not see it.
record ChartDescription(Schedule schedule) {
    private static final int DIGITS = 4;

    String text() {
        String points = Checkpoints.of(schedule, 0).stream()
                .map(point -> Messages.get("chart.description.point", Long.toString(point.step()), Numbers.format(point.lr(), DIGITS)))
                .collect(Collectors.joining(", "));
        return Messages.get("chart.description", Long.toString(schedule.steps()), points);
    }
}
