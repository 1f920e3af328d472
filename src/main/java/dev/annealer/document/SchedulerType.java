package dev.annealer.document;

import static dev.annealer.document.Bounds.NOT_NEGATIVE;
import static dev.annealer.document.Bounds.POSITIVE;
import static dev.annealer.document.Parameter.Scale.LINEAR;
import static dev.annealer.document.Parameter.Scale.LOGARITHMIC;

import dev.annealer.document.Parameter.Absent;
import dev.annealer.document.Parameter.Choice;
import dev.annealer.document.Parameter.Count;
import dev.annealer.document.Parameter.Formula;
import dev.annealer.document.Parameter.Milestones;
import dev.annealer.document.Parameter.NamedNumbers;
import dev.annealer.document.Parameter.PerGroup;
import dev.annealer.document.Parameter.Real;
import dev.annealer.document.Parameter.Scale;
import dev.annealer.document.Parameter.Schedulers;
import dev.annealer.document.Parameter.Steps;
import dev.annealer.document.Parameter.Toggle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The schedulers of `torch.optim.lr_scheduler`, with their parameters, defaults and the bounds that PyTorch checks.
///
/// The order of the parameters is the order in a file; the first ones are the knobs that a stage card shows.
public enum SchedulerType {
    CONSTANT_LR("ConstantLR", real("factor", 1.0 / 3, Bounds.closed(0, 1), LOGARITHMIC), horizon("total_iters")),
    LINEAR_LR(
            "LinearLR",
            real("start_factor", 1.0 / 3, Bounds.openClosed(0, 1), LOGARITHMIC),
            real("end_factor", 1, Bounds.closed(0, 1), LINEAR),
            horizon("total_iters")),
    STEP_LR("StepLR", steps("step_size", 1), real("gamma", 0.1, NOT_NEGATIVE, LINEAR)),
    MULTI_STEP_LR("MultiStepLR", new Milestones("milestones"), real("gamma", 0.1, NOT_NEGATIVE, LINEAR)),
    EXPONENTIAL_LR("ExponentialLR", new Real("gamma", OptionalDouble.empty(), NOT_NEGATIVE, LINEAR)),
    POLYNOMIAL_LR("PolynomialLR", real("power", 1, Bounds.ANY, LINEAR), horizon("total_iters")),
    COSINE_ANNEALING_LR("CosineAnnealingLR", real("eta_min", 0, NOT_NEGATIVE, LOGARITHMIC), horizon("T_max")),
    COSINE_ANNEALING_WARM_RESTARTS(
            "CosineAnnealingWarmRestarts",
            steps("T_0", 1),
            new Count("T_mult", OptionalLong.of(1), 1),
            real("eta_min", 0, NOT_NEGATIVE, LOGARITHMIC)),
    ONE_CYCLE_LR(
            "OneCycleLR",
            new PerGroup("max_lr", POSITIVE),
            real("pct_start", 0.3, Bounds.closed(0, 1), LINEAR),
            real("div_factor", 25, POSITIVE, LOGARITHMIC),
            real("final_div_factor", 1e4, POSITIVE, LOGARITHMIC),
            horizon("total_steps"),
            new Choice("anneal_strategy", List.of("cos", "linear")),
            new Toggle("three_phase", false),
            new Toggle("cycle_momentum", true),
            real("base_momentum", 0.85, NOT_NEGATIVE, LINEAR),
            real("max_momentum", 0.95, NOT_NEGATIVE, LINEAR)),
    CYCLIC_LR(
            "CyclicLR",
            new Real("base_lr", OptionalDouble.empty(), NOT_NEGATIVE, LOGARITHMIC),
            new Real("max_lr", OptionalDouble.empty(), POSITIVE, LOGARITHMIC),
            new Steps("step_size_up", new Absent.Standard(2000), 1),
            new Steps("step_size_down", new Absent.SameAs("step_size_up"), 1),
            new Choice("mode", List.of("triangular", "triangular2", "exp_range")),
            real("gamma", 1, NOT_NEGATIVE, LINEAR),
            new Toggle("cycle_momentum", true),
            real("base_momentum", 0.8, NOT_NEGATIVE, LINEAR),
            real("max_momentum", 0.9, NOT_NEGATIVE, LINEAR)),
    LAMBDA_LR("LambdaLR", new Formula("lr_lambda"), new NamedNumbers("constants")),
    MULTIPLICATIVE_LR("MultiplicativeLR", new Formula("lr_lambda"), new NamedNumbers("constants")),
    CHAINED_SCHEDULER("ChainedScheduler", new Schedulers("schedulers")),
    REDUCE_LR_ON_PLATEAU(
            "ReduceLROnPlateau",
            real("factor", 0.1, Bounds.below(1), LINEAR),
            new Count("patience", OptionalLong.of(10), 0),
            new Choice("mode", List.of("min", "max")),
            real("threshold", 1e-4, Bounds.ANY, LOGARITHMIC),
            new Choice("threshold_mode", List.of("rel", "abs")),
            new Count("cooldown", OptionalLong.of(0), 0),
            real("min_lr", 0, NOT_NEGATIVE, LOGARITHMIC),
            real("eps", 1e-8, Bounds.ANY, LOGARITHMIC));

    private final String pytorchName;
    private final List<Parameter> parameters;

    SchedulerType(String pytorchName, Parameter... parameters) {
        this.pytorchName = pytorchName;
        this.parameters = List.of(parameters);
    }

    /// The class's name in `torch.optim.lr_scheduler`, which is also its name in a document.
    public String pytorchName() {
        return pytorchName;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
    }

    /// The parameter that follows the stage's length when it is left out, where the scheduler has one.
    public Optional<Steps> horizon() {
        return parameters.stream()
                .filter(Steps.class::isInstance)
                .map(Steps.class::cast)
                .filter(steps -> steps.absent() instanceof Absent.FollowsStage)
                .findFirst();
    }

    /// Whether its learning rate is the base LR times a factor, so that `ChainedScheduler` can multiply it; a cosine's is while
    /// its `eta_min` is 0.
    public boolean isFactor() {
        return switch (this) {
            case CONSTANT_LR, LINEAR_LR, STEP_LR, MULTI_STEP_LR, EXPONENTIAL_LR, POLYNOMIAL_LR, COSINE_ANNEALING_LR,
                    MULTIPLICATIVE_LR -> true;
            case COSINE_ANNEALING_WARM_RESTARTS, ONE_CYCLE_LR, CYCLIC_LR, LAMBDA_LR, CHAINED_SCHEDULER,
                    REDUCE_LR_ON_PLATEAU -> false;
        };
    }

    public static Optional<SchedulerType> named(String pytorchName) {
        return Arrays.stream(values())
                .filter(type -> type.pytorchName.equals(pytorchName))
                .findFirst();
    }

    private static Real real(String name, double standard, Bounds bounds, Scale scale) {
        return new Real(name, OptionalDouble.of(standard), bounds, scale);
    }

    private static Steps horizon(String name) {
        return new Steps(name, new Absent.FollowsStage(), 1);
    }

    private static Steps steps(String name, long min) {
        return new Steps(name, new Absent.Refused(), min);
    }
}
