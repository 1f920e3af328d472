package dev.annealer.python;

import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.PyValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The order of the parameters of PyTorch's constructors, for arguments that are given by position.
final class Signatures {
    private static final List<String> ADAM = List.of("params", "lr", "betas", "eps", "weight_decay", "amsgrad");
    private static final Map<String, List<String>> ALL = Map.ofEntries(
            entry("SGD", "params", "lr", "momentum", "dampening", "weight_decay", "nesterov"),
            Map.entry("Adam", ADAM),
            Map.entry("AdamW", ADAM),
            Map.entry("NAdam", ADAM),
            Map.entry("RAdam", ADAM),
            Map.entry("Adamax", ADAM),
            entry("RMSprop", "params", "lr", "alpha", "eps", "weight_decay", "momentum", "centered"),
            entry("Adagrad", "params", "lr", "lr_decay", "weight_decay"),
            entry("Adadelta", "params", "lr", "rho", "eps", "weight_decay"),
            entry("LambdaLR", "optimizer", "lr_lambda"),
            entry("MultiplicativeLR", "optimizer", "lr_lambda"),
            entry("StepLR", "optimizer", "step_size", "gamma"),
            entry("MultiStepLR", "optimizer", "milestones", "gamma"),
            entry("ConstantLR", "optimizer", "factor", "total_iters"),
            entry("LinearLR", "optimizer", "start_factor", "end_factor", "total_iters"),
            entry("ExponentialLR", "optimizer", "gamma"),
            entry("SequentialLR", "optimizer", "schedulers", "milestones"),
            entry("PolynomialLR", "optimizer", "total_iters", "power"),
            entry("CosineAnnealingLR", "optimizer", "T_max", "eta_min"),
            entry("ChainedScheduler", "schedulers", "optimizer"),
            entry("ReduceLROnPlateau", "optimizer", "mode", "factor", "patience", "threshold", "threshold_mode", "cooldown",
                    "min_lr", "eps"),
            entry("CyclicLR", "optimizer", "base_lr", "max_lr", "step_size_up", "step_size_down", "mode", "gamma", "scale_fn",
                    "scale_mode", "cycle_momentum", "base_momentum", "max_momentum"),
            entry("CosineAnnealingWarmRestarts", "optimizer", "T_0", "T_mult", "eta_min"),
            entry("OneCycleLR", "optimizer", "max_lr", "total_steps", "epochs", "steps_per_epoch", "pct_start",
                    "anneal_strategy", "cycle_momentum", "base_momentum", "max_momentum", "div_factor", "final_div_factor",
                    "three_phase"));

    private Signatures() {}

    private static Map.Entry<String, List<String>> entry(String name, String... parameters) {
        return Map.entry(name, List.of(parameters));
    }

    /// The argument for a parameter of a constructor; empty where it is left out.
    static Optional<PyValue> argument(String constructor, Arguments arguments, String parameter) {
        List<String> order = ALL.getOrDefault(constructor, List.of("params", "lr"));
        return arguments.get(order.indexOf(parameter), parameter);
    }
}
