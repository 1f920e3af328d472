package dev.annealer.lint.rule;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.Optimizer;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import java.util.List;

/// All learning rates of a document, changed together.
final class Rates {
    private static final int DIGITS = 6;
    /// The parameters that are learning rates rather than factors.
    private static final List<String> ABSOLUTE = List.of("max_lr", "base_lr", "eta_min", "min_lr");

    private Rates() {}

    /// Every learning rate times `factor`, so that the curve keeps its shape.
    static Document scaled(Document document, double factor) {
        Document base = document.withOptimizer(scaledBase(document.optimizer(), factor));
        List<Stage> stages = base.schedule().stages().stream()
                .map(stage -> stage.withScheduler(scaled(stage.scheduler(), factor)))
                .toList();
        return base.withSchedule(base.schedule().withStages(stages));
    }

    /// The optimizer's own learning rates times `factor`.
    static Optimizer scaledBase(Optimizer optimizer, double factor) {
        return optimizer
                .withLr(times(optimizer.lr(), factor))
                .withGroups(optimizer.groups().stream()
                        .map(group -> group.withLr(times(group.lr(), factor)))
                        .toList());
    }

    private static SchedulerSpec scaled(SchedulerSpec spec, double factor) {
        SchedulerSpec scaled = spec;
        for (String parameter : ABSOLUTE) {
            scaled = spec.values().containsKey(parameter)
                    ? scaled.with(parameter, times(spec.values().get(parameter), factor))
                    : scaled;
        }
        return scaled;
    }

    /// A learning rate, or one for each group, times `factor`.
    static Value times(Value rates, double factor) {
        return switch (rates) {
            case Input one -> times(one, factor);
            case Value.Inputs(List<Input> several) ->
                new Value.Inputs(several.stream().map(one -> times(one, factor)).toList());
            case Value.Flag _, Value.Constants _, Value.Members _ -> rates;
        };
    }

    /// What is no number stays as it is.
    private static Input times(Input rate, double factor) {
        return rate.number().isPresent() ? of(rate.number().getAsDouble() * factor) : rate;
    }

    /// Rounded to what a person would type.
    static Input of(double rate) {
        return new Input(Numbers.format(rate, DIGITS));
    }
}
