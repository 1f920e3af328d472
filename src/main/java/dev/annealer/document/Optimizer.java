package dev.annealer.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The optimizer whose learning rates the schedule drives.
///
/// @param type the class's name (`AdamW`); names that PyTorch does not have are kept as text
/// @param lr the base learning rate of a run without param groups
/// @param betas Adam's running-average coefficients; null where they are left out
/// @param groups empty where the optimizer has its one group with `lr`
public record Optimizer(
        String type,
        Input lr,
        Input weightDecay,
        Input momentum,
        @Nullable Boolean nesterov,
        @Nullable Betas betas,
        List<ParamGroup> groups) {
    /// Adam's running-average coefficients.
    public record Betas(Input first, Input second) {}

    public Optimizer {
        groups = List.copyOf(groups);
    }

    public static Optimizer of(String type, Input lr) {
        return new Optimizer(type, lr, Input.NONE, Input.NONE, null, null, List.of());
    }

    /// Whether it is known to average gradients as Adam does, and bears smaller learning rates than SGD for it.
    public boolean isAdamLike() {
        return KnownOptimizer.momentumOf(type) == KnownOptimizer.Momentum.BETAS;
    }

    public Optimizer withType(String changed) {
        return new Optimizer(changed, lr, weightDecay, momentum, nesterov, betas, groups);
    }

    public Optimizer withLr(Input changed) {
        return new Optimizer(type, changed, weightDecay, momentum, nesterov, betas, groups);
    }

    public Optimizer withWeightDecay(Input changed) {
        return new Optimizer(type, lr, changed, momentum, nesterov, betas, groups);
    }

    public Optimizer withMomentum(Input changed) {
        return new Optimizer(type, lr, weightDecay, changed, nesterov, betas, groups);
    }

    public Optimizer withNesterov(@Nullable Boolean changed) {
        return new Optimizer(type, lr, weightDecay, momentum, changed, betas, groups);
    }

    public Optimizer withBetas(@Nullable Betas changed) {
        return new Optimizer(type, lr, weightDecay, momentum, nesterov, changed, groups);
    }

    public Optimizer withGroups(List<ParamGroup> changed) {
        return new Optimizer(type, lr, weightDecay, momentum, nesterov, betas, changed);
    }
}
