package dev.annealer.advisor;

import dev.annealer.document.Input;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import java.util.List;
import java.util.stream.DoubleStream;

/// An optimizer with its learning rates, and why.
///
/// @param clipGradNorm the norm to which gradients are clipped; blank where that is not usual
record OptimizerPlan(Optimizer optimizer, Input clipGradNorm, List<Reason> reasons) {
    private static final double MOMENTUM = 0.9;
    private static final double BETA2 = 0.999;

    OptimizerPlan {
        reasons = List.copyOf(reasons);
    }

    static OptimizerPlan sgd(double lr, double weightDecay, Reason reason) {
        var optimizer = Optimizer.of("SGD", Rates.input(lr))
                .withMomentum(Input.of(MOMENTUM))
                .withWeightDecay(Input.of(weightDecay));
        return new OptimizerPlan(optimizer, Input.NONE, List.of(reason));
    }

    static OptimizerPlan adamW(double lr, double weightDecay, Reason reason) {
        var optimizer = Optimizer.of("AdamW", Rates.input(lr))
                .withWeightDecay(Input.of(weightDecay))
                .withBetas(new Optimizer.Betas(Input.of(MOMENTUM), Input.of(BETA2)));
        return new OptimizerPlan(optimizer, Input.NONE, List.of(reason));
    }

    OptimizerPlan clippedAt(double norm) {
        return new OptimizerPlan(optimizer, Input.of(norm), reasons);
    }

    /// With a group for what is trained already, and one for what is new.
    ///
    /// @param trained the name of the first
    OptimizerPlan split(String trained, double low, String fresh, double high) {
        var groups = List.of(
                new ParamGroup(trained, Rates.input(low), Input.NONE), new ParamGroup(fresh, Rates.input(high), Input.NONE));
        return new OptimizerPlan(optimizer.withLr(Rates.input(high)).withGroups(groups), clipGradNorm, reasons);
    }

    boolean isAdamLike() {
        return optimizer.isAdamLike();
    }

    /// Of all groups.
    double leastRate() {
        return rates().min().orElseThrow();
    }

    double greatestRate() {
        return rates().max().orElseThrow();
    }

    private DoubleStream rates() {
        var inputs = optimizer.groups().isEmpty()
                ? List.of(optimizer.lr())
                : optimizer.groups().stream().map(ParamGroup::lr).toList();
        return inputs.stream().mapToDouble(lr -> lr.number().orElseThrow());
    }
}
