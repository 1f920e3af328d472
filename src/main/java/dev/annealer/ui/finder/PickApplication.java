package dev.annealer.ui.finder;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.LrFinderRecord;
import dev.annealer.document.Numbers;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import dev.annealer.finder.Use;
import dev.annealer.finder.rule.Pick;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// A picked learning rate on its way into a document, which then says where it came from.
///
/// @param source the file of the range test
/// @param method the rule's id
/// @param lr the pick, rounded to what a person would write
record PickApplication(String source, String method, double lr) {
    private static final Set<SchedulerType> WITH_MAX_LR = Set.of(SchedulerType.ONE_CYCLE_LR, SchedulerType.CYCLIC_LR);
    private static final int DIGITS = 3;
    private static final int EXACT_DIGITS = 12;
    private static final double FOOT = 0.1;

    static PickApplication of(String source, Pick pick) {
        return new PickApplication(source, pick.rule(), rounded(pick.lr(), DIGITS));
    }

    private static double rounded(double value, int digits) {
        return Double.parseDouble(Numbers.format(value, digits));
    }

    /// The number that goes into the document.
    double times(double multiplier) {
        return rounded(lr * multiplier, EXACT_DIGITS);
    }

    /// Sets the base LR. Param groups keep their ratios: the highest of them gets the rate.
    Document asBaseLr(Document document, double multiplier) {
        Optimizer optimizer = document.optimizer();
        double rate = times(multiplier);
        List<Input> scaled = scaled(optimizer.groups().stream().map(ParamGroup::lr).toList(), rate);
        List<ParamGroup> groups = IntStream.range(0, scaled.size())
                .mapToObj(i -> optimizer.groups().get(i).withLr(scaled.get(i)))
                .toList();
        return document.withOptimizer(optimizer.withLr(Input.of(rate)).withGroups(groups))
                .withLrFinder(noted(Use.BASE_LR, multiplier));
    }

    /// Sets the `max_lr` of a stage; several of them keep their ratios.
    ///
    /// @param stage see {@link #maxLrStage(Document)}
    Document asMaxLr(Document document, int stage, double multiplier) {
        double rate = times(multiplier);
        var schedule = document.schedule().withStage(stage, old -> old.withScheduler(withMaxLr(old.scheduler(), rate)));
        return document.withSchedule(schedule).withLrFinder(noted(Use.MAX_LR, multiplier));
    }

    private static SchedulerSpec withMaxLr(SchedulerSpec spec, double rate) {
        boolean several = spec.values().get("max_lr") instanceof Value.Inputs;
        if (several) {
            var old = (Value.Inputs) spec.values().get("max_lr");
            return spec.with("max_lr", new Value.Inputs(scaled(old.items(), rate)));
        }
        SchedulerSpec changed = spec.with("max_lr", Input.of(rate));
        OptionalDouble foot = spec.input("base_lr").number();
        boolean upsideDown = foot.isPresent() && foot.getAsDouble() >= rate;
        return upsideDown ? changed.with("base_lr", Input.of(rounded(rate * FOOT, EXACT_DIGITS))) : changed;
    }

    /// The rates in the same ratios with `highest` as the highest; what is no number stays.
    private static List<Input> scaled(List<Input> rates, double highest) {
        double old = rates.stream().mapToDouble(rate -> rate.number().orElse(0)).max().orElse(0);
        return rates.stream()
                .map(rate -> rate.number().isEmpty()
                        ? rate
                        : Input.of(old > 0 ? rounded(highest * (rate.number().getAsDouble() / old), EXACT_DIGITS) : highest))
                .toList();
    }

    private LrFinderRecord noted(String appliedTo, double multiplier) {
        return new LrFinderRecord(
                source, method, Input.of(lr), appliedTo, multiplier == 1 ? Input.NONE : Input.of(multiplier));
    }

    /// The first stage in force that has a peak of its own; empty where there is none.
    static OptionalInt maxLrStage(Document document) {
        List<Stage> stages = document.schedule().stages();
        return IntStream.range(0, stages.size())
                .filter(i -> stages.get(i).enabled() && WITH_MAX_LR.contains(stages.get(i).scheduler().type()))
                .findFirst();
    }

    /// Whether every stage in force goes its own way, whatever the base LR.
    static boolean ignoresBaseLr(Document document) {
        List<Stage> inForce = document.schedule().stages().stream().filter(Stage::enabled).toList();
        return !inForce.isEmpty() && inForce.stream().allMatch(stage -> WITH_MAX_LR.contains(stage.scheduler().type()));
    }

    /// Whether the optimizer takes a smaller rate, as Adam does; of one that is not known the name tells: `AdamW8bit`.
    static boolean isAdamLike(Document document) {
        Optimizer optimizer = document.optimizer();
        return optimizer.isAdamLike() || optimizer.type().toLowerCase(Locale.ROOT).contains("adam");
    }
}
