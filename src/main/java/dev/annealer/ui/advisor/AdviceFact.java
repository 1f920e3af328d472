package dev.annealer.ui.advisor;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.document.Document;
import dev.annealer.document.Numbers;
import dev.annealer.document.SchedulerType;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import dev.annealer.trace.WarmupSteps;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// A figure that people look for first.
enum AdviceFact {
    OPTIMIZER,
    PEAK,
    WARMUP,
    DECAY,
    LAST;

    private static final int DIGITS = 3;

    String key() {
        return "advisor.fact." + name().toLowerCase(Locale.ROOT);
    }

    String text(Document document, Schedule schedule) {
        return switch (this) {
            case OPTIMIZER -> document.optimizer().type();
            case PEAK -> rates(schedule, group -> schedule.extremes(0, schedule.steps(), group.index()).max());
            case WARMUP -> warmup(schedule);
            case DECAY -> get("advisor.decay." + last(document).pytorchName());
            case LAST -> last(document) == SchedulerType.REDUCE_LR_ON_PLATEAU && document.metric() == null
                    ? get("advisor.fact.last.open")
                    : rates(schedule, group -> schedule.at(schedule.steps() - 1, group.index()));
        };
    }

    private static SchedulerType last(Document document) {
        return document.schedule().stages().getLast().scheduler().type();
    }

    private static String rates(Schedule schedule, ToDoubleFunction<Group> rate) {
        return schedule.groups().stream()
                .map(group -> Numbers.format(rate.applyAsDouble(group), DIGITS))
                .collect(Collectors.joining(" / "));
    }

    private static String warmup(Schedule schedule) {
        long steps = WarmupSteps.of(schedule, 0);
        if (steps == 0) {
            return get("advisor.fact.warmup.none");
        }
        boolean inEpochs = schedule.run().epochs().isPresent();
        double length = inEpochs ? schedule.run().epochAt(steps).getAsDouble() : steps;
        return get(inEpochs ? "advisor.fact.warmup.epochs" : "advisor.fact.warmup.steps", Numbers.format(length, DIGITS));
    }
}
