package dev.annealer.recipe;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.Optimizer;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Value;
import java.util.Set;

/// All learning rates of a document times a factor, so that the curve keeps its shape: those of the optimizer and its groups,
/// and those that schedulers have of their own. Rounded to four digits, which is more than anyone tunes.
record RateFactor(double factor) {
    private static final Set<String> RATES = Set.of("max_lr", "base_lr", "eta_min", "min_lr");
    private static final int DIGITS = 4;

    Document apply(Document document) {
        Optimizer optimizer = document.optimizer();
        return document.withOptimizer(optimizer.withLr(scaled(optimizer.lr()))
                        .withGroups(optimizer.groups().stream().map(group -> group.withLr(scaled(group.lr()))).toList()))
                .withSchedule(document.schedule().withStages(document.schedule().stages().stream()
                        .map(stage -> stage.withScheduler(scheduler(stage.scheduler())))
                        .toList()));
    }

    private SchedulerSpec scheduler(SchedulerSpec spec) {
        SchedulerSpec changed = spec;
        for (String rate : RATES) {
            changed = switch (spec.values().get(rate)) {
                case Input input -> changed.with(rate, scaled(input));
                case Value.Inputs inputs -> changed.with(rate, new Value.Inputs(inputs.items().stream().map(this::scaled).toList()));
                case null, default -> changed;
            };
        }
        return changed;
    }

    private Input scaled(Input rate) {
        return rate.number().isPresent() ? new Input(Numbers.format(rate.number().getAsDouble() * factor, DIGITS)) : rate;
    }
}
