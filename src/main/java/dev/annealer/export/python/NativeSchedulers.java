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
import dev.annealer.schedule.ReduceLROnPlateau.ThresholdMode;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Scheduler;
import dev.annealer.schedule.StepLR;
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
    /// What the constructors take by default.
    private static final MomentumRange ONE_CYCLE_MOMENTUM = new MomentumRange(0.85, 0.95);
    private static final MomentumRange CYCLIC_MOMENTUM = new MomentumRange(0.8, 0.9);

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

    /// The arguments after the optimizer, without those that PyTorch takes by default.
    List<String> arguments(Scheduler scheduler, StageCode code) {
        return switch (scheduler) {
            case ConstantLR(double factor, long total) ->
                List.of("factor=" + PythonText.readable(factor), "total_iters=" + code.steps(total));
            case LinearLR(double start, double end, long total) -> new Arguments()
                    .add("start_factor", PythonText.readable(start))
                    .unless(end == 1, "end_factor", format(end))
                    .add("total_iters", code.steps(total))
                    .toList();
            case StepLR(long size, double gamma) -> List.of("step_size=" + size, "gamma=" + format(gamma));
            case MultiStepLR(List<Long> milestones, double gamma) ->
                List.of("milestones=" + PythonText.list(milestones), "gamma=" + format(gamma));
            case ExponentialLR(double gamma) -> List.of("gamma=" + format(gamma));
            case PolynomialLR(long total, double power) ->
                List.of("total_iters=" + code.steps(total), "power=" + format(power));
            case CosineAnnealingLR(long tMax, double etaMin) ->
                new Arguments().add("T_max", code.steps(tMax)).unless(etaMin == 0, "eta_min", format(etaMin)).toList();
            case CosineAnnealingWarmRestarts(long t0, long tMult, double etaMin) -> new Arguments()
                    .add("T_0", code.steps(t0))
                    .unless(tMult == 1, "T_mult", Long.toString(tMult))
                    .unless(etaMin == 0, "eta_min", format(etaMin))
                    .toList();
            case OneCycleLR oneCycle -> oneCycle(oneCycle, code.steps(oneCycle.totalSteps()));
            case CyclicLR cyclic -> cyclic(cyclic);
            case LambdaLR _, MultiplicativeLR _ -> List.of("lr_lambda=" + code.lambda());
            case ReduceLROnPlateau plateau -> plateau(plateau.settings());
            case ChainedScheduler _ -> throw new AssertionError("its members have the arguments");
        };
    }

    private static List<String> oneCycle(OneCycleLR oneCycle, String totalSteps) {
        boolean same = oneCycle.maxLr().stream().distinct().count() == 1;
        var arguments = new Arguments()
                .add("max_lr", same
                        ? format(oneCycle.maxLr().getFirst())
                        : PythonText.list(oneCycle.maxLr().stream().map(lr -> format(lr)).toList()))
                .add("total_steps", totalSteps)
                // PyTorch takes an int for a mistake.
                .add("pct_start", PythonText.floatLiteral(oneCycle.pctStart()))
                .unless(oneCycle.anneal() == OneCycleLR.Anneal.COS, "anneal_strategy", "\"linear\"");
        momentum(arguments, oneCycle.momentum(), ONE_CYCLE_MOMENTUM);
        return arguments.unless(oneCycle.divFactor() == 25, "div_factor", format(oneCycle.divFactor()))
                .unless(oneCycle.finalDivFactor() == 1e4, "final_div_factor", format(oneCycle.finalDivFactor()))
                .unless(!oneCycle.threePhase(), "three_phase", "True")
                .toList();
    }

    private static List<String> cyclic(CyclicLR cyclic) {
        var arguments = new Arguments()
                .add("base_lr", format(cyclic.baseLr()))
                .add("max_lr", format(cyclic.maxLr()))
                .add("step_size_up", Long.toString(cyclic.stepSizeUp()))
                .unless(cyclic.stepSizeDown() == cyclic.stepSizeUp(), "step_size_down", Long.toString(cyclic.stepSizeDown()))
                .add("mode", quoted(cyclic.mode()))
                .unless(cyclic.gamma() == 1, "gamma", format(cyclic.gamma()));
        momentum(arguments, cyclic.momentum(), CYCLIC_MOMENTUM);
        return arguments.toList();
    }

    private static void momentum(Arguments arguments, Optional<MomentumRange> range, MomentumRange standard) {
        if (range.isEmpty()) {
            arguments.add("cycle_momentum", "False");
        } else {
            arguments.unless(range.get().base() == standard.base(), "base_momentum", format(range.get().base()));
            arguments.unless(range.get().max() == standard.max(), "max_momentum", format(range.get().max()));
        }
    }

    static List<String> plateau(ReduceLROnPlateau.Settings settings) {
        return new Arguments()
                .add("mode", quoted(settings.mode()))
                .add("factor", format(settings.factor()))
                .add("patience", Long.toString(settings.patience()))
                .unless(settings.threshold() == 1e-4, "threshold", format(settings.threshold()))
                .unless(settings.thresholdMode() == ThresholdMode.REL, "threshold_mode", quoted(settings.thresholdMode()))
                .unless(settings.cooldown() == 0, "cooldown", Long.toString(settings.cooldown()))
                .unless(settings.minLr() == 0, "min_lr", format(settings.minLr()))
                .unless(settings.eps() == 1e-8, "eps", format(settings.eps()))
                .toList();
    }

    private static String quoted(Enum<?> constant) {
        return PythonText.string(constant.name().toLowerCase(Locale.ROOT));
    }
}
