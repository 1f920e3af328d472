package dev.annealer.document;

import java.util.List;

/// Learning rates times a factor, all together, so that a schedule's curve keeps its shape. What is no number stays as it is.
///
/// @param digits to which the products are rounded
public record RateFactor(double factor, int digits) {
    /// The parameters of schedulers that are learning rates rather than factors of one.
    private static final List<String> RATES = List.of("max_lr", "base_lr", "eta_min", "min_lr");

    /// Every learning rate: of the optimizer, of its groups, and those that schedulers have of their own.
    public Document of(Document document) {
        ScheduleSpec schedule = document.schedule();
        List<Stage> stages =
                schedule.stages().stream().map(stage -> stage.withScheduler(of(stage.scheduler()))).toList();
        return document.withOptimizer(of(document.optimizer())).withSchedule(schedule.withStages(stages));
    }

    /// The optimizer's own, and those of its groups.
    public Optimizer of(Optimizer optimizer) {
        List<ParamGroup> groups =
                optimizer.groups().stream().map(group -> group.withLr(of(group.lr()))).toList();
        return optimizer.withLr(of(optimizer.lr())).withGroups(groups);
    }

    private SchedulerSpec of(SchedulerSpec spec) {
        SchedulerSpec scaled = spec;
        for (String rate : RATES) {
            Value value = spec.values().get(rate);
            scaled = value == null ? scaled : scaled.with(rate, of(value));
        }
        return scaled;
    }

    /// A learning rate, or one for each group.
    public Value of(Value rates) {
        return switch (rates) {
            case Input one -> of(one);
            case Value.Inputs(List<Input> several) -> new Value.Inputs(several.stream().map(this::of).toList());
            case Value.Flag _, Value.Constants _, Value.Members _ -> rates;
        };
    }

    private Input of(Input rate) {
        return rate.number().isPresent() ? new Input(Numbers.format(rate.number().getAsDouble() * factor, digits)) : rate;
    }
}
