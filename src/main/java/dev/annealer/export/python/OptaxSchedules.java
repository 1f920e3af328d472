package dev.annealer.export.python;

import static dev.annealer.document.Numbers.format;

import dev.annealer.schedule.ChainedScheduler;
import dev.annealer.schedule.ConstantLR;
import dev.annealer.schedule.CosineAnnealingLR;
import dev.annealer.schedule.CosineAnnealingWarmRestarts;
import dev.annealer.schedule.CyclicLR;
import dev.annealer.schedule.ExponentialLR;
import dev.annealer.schedule.LambdaLR;
import dev.annealer.schedule.LinearLR;
import dev.annealer.schedule.MultiStepLR;
import dev.annealer.schedule.MultiplicativeLR;
import dev.annealer.schedule.OneCycleLR;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.PolynomialLR;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.StepLR;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Optax's own schedules, where they give what the stage gives.
final class OptaxSchedules {
    private OptaxSchedules() {}

    static boolean isNative(PlacedStage stage) {
        return switch (stage.scheduler()) {
            case ConstantLR _, LinearLR _ -> true;
            // Optax takes a decay to nothing for a mistake, and gives the first value for ever.
            case StepLR(_, double gamma) -> gamma > 0;
            case ExponentialLR(double gamma) -> gamma > 0;
            case MultiStepLR _ -> true;
            case PolynomialLR(_, double power) -> power >= 0;
            // Optax stays at the end of a cosine, where PyTorch rises again.
            case CosineAnnealingLR(long tMax, _) -> stage.stepsInForce() <= tMax + 1;
            case CosineAnnealingWarmRestarts _, OneCycleLR _, CyclicLR _, LambdaLR _, MultiplicativeLR _, ChainedScheduler _,
                    ReduceLROnPlateau _ -> false;
        };
    }

    /// The call for a stage that is native, as function and arguments.
    static Call call(StageCode code) {
        return switch (code.stage().scheduler()) {
            case ConstantLR(double factor, long total) -> factor == 1 || total >= code.stage().stepsInForce()
                    ? new Call("optax.constant_schedule", List.of(times(factor)))
                    : new Call("optax.join_schedules", List.of(
                            "[optax.constant_schedule(" + times(factor) + "), optax.constant_schedule(base_lr)]",
                            "boundaries=[" + code.steps(total) + "]"));
            case LinearLR(double start, double end, long total) ->
                new Call("optax.linear_schedule", List.of(times(start), times(end), code.steps(total)));
            case StepLR(long size, double gamma) -> new Call(
                    "optax.exponential_decay", List.of("base_lr", code.steps(size), format(gamma), "staircase=True"));
            case ExponentialLR(double gamma) -> new Call("optax.exponential_decay", List.of("base_lr", "1", format(gamma)));
            case MultiStepLR multiStep ->
                new Call("optax.piecewise_constant_schedule", List.of("base_lr", "{" + scales(multiStep) + "}"));
            case PolynomialLR(long total, double power) ->
                new Call("optax.polynomial_schedule", List.of("base_lr", "0.0", format(power), code.steps(total)));
            case CosineAnnealingLR(long tMax, double etaMin) -> new Call(
                    "optax.cosine_decay_schedule",
                    etaMin == 0
                            ? List.of("base_lr", code.steps(tMax))
                            : List.of("base_lr", code.steps(tMax), "alpha=" + format(etaMin) + " / base_lr"));
            case CosineAnnealingWarmRestarts _, OneCycleLR _, CyclicLR _, LambdaLR _, MultiplicativeLR _, ChainedScheduler _,
                    ReduceLROnPlateau _ -> throw new AssertionError("Optax has none of its own");
        };
    }

    record Call(String function, List<String> arguments) {}

    private static String times(double factor) {
        return factor == 1 ? "base_lr" : factor == 0 ? "0.0" : "base_lr * " + (factor == 1.0 / 3 ? "(1 / 3)" : format(factor));
    }

    /// A milestone that comes twice scales twice.
    private static String scales(MultiStepLR multiStep) {
        var scales = new TreeMap<Long, Double>();
        multiStep.milestones().forEach(milestone -> scales.merge(milestone, multiStep.gamma(), (a, b) -> a * b));
        return scales.entrySet().stream()
                .map(scale -> scale.getKey() + ": " + format(scale.getValue()))
                .collect(Collectors.joining(", "));
    }
}
