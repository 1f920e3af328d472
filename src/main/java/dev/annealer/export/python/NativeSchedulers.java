package dev.annealer.export.python;

import static dev.annealer.document.Numbers.format;

import dev.annealer.document.KnownOptimizer.Momentum;
import dev.annealer.schedule.ChainedScheduler;
import dev.annealer.schedule.ConstantLR;
import dev.annealer.schedule.CosineAnnealingLR;
import dev.annealer.schedule.CosineAnnealingWarmRestarts;
import dev.annealer.schedule.CyclicLR;
import dev.annealer.schedule.ExponentialLR;
import dev.annealer.schedule.LambdaLR;
import dev.annealer.schedule.LinearLR;
import dev.annealer.schedule.MomentumRange;
import dev.annealer.schedule.MultiStepLR;
import dev.annealer.schedule.MultiplicativeLR;
import dev.annealer.schedule.OneCycleLR;
import dev.annealer.schedule.PolynomialLR;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Scheduler;
import dev.annealer.schedule.StepLR;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Calls of PyTorch's own constructors, and where these would not give the learning rates of the document.
final class NativeSchedulers {
    /// PyTorch computes from one step to the next. Over more steps than this the rounding adds up beyond what is promised.
    private static final long LONGEST_RECURSION = 200_000;
    /// A longer cosine loses its accuracy where its recursion passes through zero.
    private static final long LONGEST_COSINE_THAT_TURNS = 1000;
    /// `2.0 ** cycle` overflows beyond 1023.
    private static final double MOST_HALVINGS = 1000;

    private final Momentum momentum;

    NativeSchedulers(Momentum momentum) {
        this.momentum = momentum;
    }

    /// Why PyTorch's own class does not do as the only scheduler of a run; empty where it does.
    Optional<String> whyNotAlone(Scheduler scheduler, long steps) {
        return switch (scheduler) {
            case OneCycleLR oneCycle -> whyNotOneCycle(oneCycle, steps);
            case CyclicLR cyclic -> whyNotCyclic(cyclic, steps);
            case ChainedScheduler chained -> chained.members().stream()
                    .map(member -> whyNotAlone(member, steps))
                    .flatMap(Optional::stream)
                    .findFirst();
            case MultiplicativeLR _, ReduceLROnPlateau _ -> Optional.empty();
            default -> whyNotInSequence(scheduler, steps);
        };
    }

    /// Why PyTorch's own class does not do inside a `SequentialLR`; empty where it does.
    Optional<String> whyNotInSequence(Scheduler scheduler, long steps) {
        return switch (scheduler) {
            case ConstantLR constant -> because(constant.factor() == 0, "ConstantLR divides by its factor, which is 0");
            case PolynomialLR polynomial -> because(
                    polynomial.power() < 0, "PolynomialLR divides by zero at its end when its power is negative")
                    .or(() -> tooLong(steps));
            case CosineAnnealingLR cosine -> because(
                    steps > cosine.tMax() && cosine.tMax() > LONGEST_COSINE_THAT_TURNS,
                    "CosineAnnealingLR loses accuracy when it goes on past so long a T_max")
                    .or(() -> tooLong(steps));
            case LinearLR _, ExponentialLR _ -> tooLong(steps);
            case StepLR _, MultiStepLR _, CosineAnnealingWarmRestarts _, LambdaLR _ -> Optional.empty();
            case OneCycleLR _, CyclicLR _ -> Optional.of("SequentialLR can't restart OneCycleLR or CyclicLR");
            case MultiplicativeLR _ -> Optional.of("SequentialLR would not restart MultiplicativeLR from the base LR");
            case ChainedScheduler _ -> Optional.of("SequentialLR can't restart a ChainedScheduler");
            case ReduceLROnPlateau _ -> Optional.of("SequentialLR can't pass a metric on");
        };
    }

    private static Optional<String> because(boolean applies, String reason) {
        return applies ? Optional.of(reason) : Optional.empty();
    }

    private static Optional<String> tooLong(long steps) {
        return because(steps > LONGEST_RECURSION, "over so many steps PyTorch's step-by-step rounding adds up");
    }

    private static Optional<String> whyNotOneCycle(OneCycleLR oneCycle, long steps) {
        double total = oneCycle.totalSteps();
        double peak = oneCycle.pctStart() * total - 1;
        double lastStart = oneCycle.threePhase() ? 2 * oneCycle.pctStart() * total - 2 : peak;
        return because(steps > oneCycle.totalSteps(), "OneCycleLR raises past its total_steps")
                .or(() -> because(lastStart == total - 1, "OneCycleLR divides by zero in a last phase without length"));
    }

    private Optional<String> whyNotCyclic(CyclicLR cyclic, long steps) {
        boolean betas = cyclic.momentum().isPresent() && momentum == Momentum.BETAS;
        boolean overflows = cyclic.mode() == CyclicLR.Mode.TRIANGULAR2
                && (double) steps / (cyclic.stepSizeUp() + cyclic.stepSizeDown()) > MOST_HALVINGS;
        return because(betas, "CyclicLR cycles betas only in newer versions of PyTorch")
                .or(() -> because(overflows, "CyclicLR overflows after a thousand halvings"));
    }

    /// The arguments after the optimizer.
    ///
    /// @param length the constant that holds the stage's length, where there is one
    /// @param stageLength that length
    List<String> arguments(Scheduler scheduler, String length, long stageLength, StageCode code) {
        return switch (scheduler) {
            case ConstantLR(double factor, long total) ->
                List.of("factor=" + format(factor), "total_iters=" + steps(total, length, stageLength));
            case LinearLR(double start, double end, long total) -> List.of(
                    "start_factor=" + format(start),
                    "end_factor=" + format(end),
                    "total_iters=" + steps(total, length, stageLength));
            case StepLR(long size, double gamma) -> List.of("step_size=" + size, "gamma=" + format(gamma));
            case MultiStepLR(List<Long> milestones, double gamma) ->
                List.of("milestones=" + PythonText.list(milestones), "gamma=" + format(gamma));
            case ExponentialLR(double gamma) -> List.of("gamma=" + format(gamma));
            case PolynomialLR(long total, double power) ->
                List.of("total_iters=" + steps(total, length, stageLength), "power=" + format(power));
            case CosineAnnealingLR(long tMax, double etaMin) ->
                List.of("T_max=" + steps(tMax, length, stageLength), "eta_min=" + format(etaMin));
            case CosineAnnealingWarmRestarts(long t0, long tMult, double etaMin) ->
                List.of("T_0=" + t0, "T_mult=" + tMult, "eta_min=" + format(etaMin));
            case OneCycleLR oneCycle -> oneCycle(oneCycle, steps(oneCycle.totalSteps(), length, stageLength));
            case CyclicLR cyclic -> cyclic(cyclic);
            case LambdaLR _, MultiplicativeLR _ -> List.of("lr_lambda=" + code.lambda());
            case ReduceLROnPlateau plateau -> plateau(plateau.settings());
            case ChainedScheduler _ -> throw new AssertionError("its members have the arguments");
        };
    }

    private static String steps(long steps, String length, long stageLength) {
        return steps == stageLength && !length.isEmpty() ? length : Long.toString(steps);
    }

    private List<String> oneCycle(OneCycleLR oneCycle, String totalSteps) {
        var arguments = new ArrayList<String>();
        boolean same = oneCycle.maxLr().stream().distinct().count() == 1;
        arguments.add("max_lr=" + (same
                ? format(oneCycle.maxLr().getFirst())
                : PythonText.list(oneCycle.maxLr().stream().map(lr -> format(lr)).toList())));
        arguments.add("total_steps=" + totalSteps);
        // An int is taken for a mistake.
        arguments.add("pct_start=" + PythonText.floatLiteral(oneCycle.pctStart()));
        arguments.add("anneal_strategy=\"" + oneCycle.anneal().name().toLowerCase(Locale.ROOT) + "\"");
        arguments.add("div_factor=" + format(oneCycle.divFactor()));
        arguments.add("final_div_factor=" + format(oneCycle.finalDivFactor()));
        arguments.add("three_phase=" + (oneCycle.threePhase() ? "True" : "False"));
        arguments.addAll(momentum(oneCycle.momentum()));
        return arguments;
    }

    private List<String> cyclic(CyclicLR cyclic) {
        var arguments = new ArrayList<String>();
        arguments.add("base_lr=" + format(cyclic.baseLr()));
        arguments.add("max_lr=" + format(cyclic.maxLr()));
        arguments.add("step_size_up=" + cyclic.stepSizeUp());
        arguments.add("step_size_down=" + cyclic.stepSizeDown());
        arguments.add("mode=\"" + cyclic.mode().name().toLowerCase(Locale.ROOT) + "\"");
        arguments.add("gamma=" + format(cyclic.gamma()));
        arguments.addAll(momentum(cyclic.momentum()));
        return arguments;
    }

    private static List<String> momentum(Optional<MomentumRange> range) {
        return range.map(momentum -> List.of(
                        "cycle_momentum=True",
                        "base_momentum=" + format(momentum.base()),
                        "max_momentum=" + format(momentum.max())))
                .orElse(List.of("cycle_momentum=False"));
    }

    static List<String> plateau(ReduceLROnPlateau.Settings settings) {
        return List.of(
                "mode=\"" + settings.mode().name().toLowerCase(Locale.ROOT) + "\"",
                "factor=" + format(settings.factor()),
                "patience=" + settings.patience(),
                "threshold=" + format(settings.threshold()),
                "threshold_mode=\"" + settings.thresholdMode().name().toLowerCase(Locale.ROOT) + "\"",
                "cooldown=" + settings.cooldown(),
                "min_lr=" + format(settings.minLr()),
                "eps=" + format(settings.eps()));
    }
}
