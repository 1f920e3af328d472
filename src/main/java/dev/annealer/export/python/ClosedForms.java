package dev.annealer.export.python;

import static dev.annealer.document.Numbers.format;

import dev.annealer.export.target.Lines;
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
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Functions of the step for stages that PyTorch's own composition can't express: `name(k, base_lr, group)`.
final class ClosedForms {
    /// Functions that several stages share.
    enum Shared {
        ANNEAL_COS,
        ANNEAL_LINEAR,
        TRIANGLE
    }

    private static final int SHORT_DIGITS = 12;

    private final Lines lines;
    private final boolean byGroup;
    private final Set<Shared> written = EnumSet.noneOf(Shared.class);

    /// @param byGroup whether the functions take the group's position, see {@link #needGroup}
    ClosedForms(Lines lines, boolean byGroup) {
        this.lines = lines;
        this.byGroup = byGroup;
    }

    /// Whether one of the stages has a learning rate of its own for each group.
    static boolean needGroup(List<StageCode> codes) {
        return codes.stream().anyMatch(code ->
                code.stage().scheduler() instanceof OneCycleLR oneCycle && oneCycle.maxLr().stream().distinct().count() > 1);
    }

    /// The function for `code`, after what it needs.
    void write(Scheduler scheduler, StageCode code) {
        switch (scheduler) {
            case MultiplicativeLR _ -> writeProducts(code.name(), code.lambda());
            case ChainedScheduler chained -> writeMembers(chained, code);
            case OneCycleLR oneCycle -> writeAnneal(oneCycle.anneal());
            case CyclicLR _ -> writeTriangle();
            case ConstantLR _, LinearLR _, StepLR _, MultiStepLR _, ExponentialLR _, PolynomialLR _, CosineAnnealingLR _,
                    CosineAnnealingWarmRestarts _, LambdaLR _, ReduceLROnPlateau _ -> { }
        }
        lines.blank(2).add("def " + code.function() + "(k: int, base_lr: float" + (byGroup ? ", group: int" : "") + ") -> float:").indent();
        lines.add("\"\"\"" + code.type().pytorchName() + " at its local step k.\"\"\"");
        body(scheduler, code);
        lines.outdent();
    }

    private void body(Scheduler scheduler, StageCode code) {
        switch (scheduler) {
            case CosineAnnealingWarmRestarts restarts -> restarts(restarts);
            case OneCycleLR oneCycle -> oneCycle(oneCycle);
            case ChainedScheduler chained -> chained(chained, code);
            case MultiStepLR multiStep -> {
                PythonText.bracketed(lines, "milestones = ", "[", multiStep.milestones().stream().map(Object::toString).toList(), "]");
                lines.add("return base_lr * " + format(multiStep.gamma()) + " ** " + "bisect.bisect_right(milestones, k)");
            }
            case CosineAnnealingLR(long tMax, double etaMin) -> {
                lines.add("height = (1 + math.cos(math.pi * k / " + code.steps(tMax) + ")) / 2");
                writeCosine(etaMin);
            }
            case CyclicLR cyclic -> {
                wave(cyclic);
                String base = format(cyclic.baseLr());
                PythonText.add(lines, "return " + base + " + (" + format(cyclic.maxLr()) + " - " + base + ") * height");
            }
            case ConstantLR _, LinearLR _, StepLR _, ExponentialLR _, PolynomialLR _, LambdaLR _, MultiplicativeLR _ ->
                PythonText.add(lines, "return base_lr * " + factor(scheduler, code.name(), code.lambda(), code));
            case ReduceLROnPlateau _ -> lines.add("return base_lr");
        }
    }

    /// The factor of the base LR at `k`, as an expression that can be multiplied.
    private static String factor(Scheduler scheduler, String name, String lambda, StageCode code) {
        return switch (scheduler) {
            case ConstantLR(double factor, long total) -> "(" + PythonText.readable(factor) + " if k < " + code.steps(total) + " else 1)";
            case LinearLR(double start, double end, long total) ->
                "(" + PythonText.readable(start) + (end < start ? " - " : " + ") + PythonText.readable(difference(start, end))
                        + " * min(k, " + code.steps(total) + ") / " + code.steps(total) + ")";
            case StepLR(long size, double gamma) -> format(gamma) + " ** (k // " + size + ")";
            case MultiStepLR(List<Long> milestones, double gamma) ->
                format(gamma) + " ** bisect.bisect_right(" + PythonText.list(milestones) + ", k)";
            case ExponentialLR(double gamma) -> format(gamma) + "**k";
            case PolynomialLR(long total, double power) ->
                "(1 - min(k, " + code.steps(total) + ") / " + code.steps(total) + ") ** " + (power < 0 ? "(" + format(power) + ")" : format(power));
            case CosineAnnealingLR(long tMax, _) -> "(1 + math.cos(math.pi * k / " + code.steps(tMax) + ")) / 2";
            case LambdaLR _ -> lambda + "(k)";
            case MultiplicativeLR _ -> name + "_product(k)";
            case CosineAnnealingWarmRestarts _, OneCycleLR _, CyclicLR _, ChainedScheduler _, ReduceLROnPlateau _ ->
                throw new AssertionError("no factor of the base LR: " + scheduler);
        };
    }

    /// Free of the rounding that a person would not write: `0.9`, not `0.9000000000000001`.
    private static double difference(double start, double end) {
        double exact = Math.abs(end - start);
        double rounded = new BigDecimal(exact).round(new MathContext(SHORT_DIGITS)).doubleValue();
        return Math.abs(rounded - exact) <= 2 * Math.ulp(exact) ? rounded : exact;
    }

    private void writeCosine(double etaMin) {
        lines.add(etaMin == 0
                ? "return base_lr * height"
                : "return " + format(etaMin) + " + (base_lr - " + format(etaMin) + ") * height");
    }

    private void writeMembers(ChainedScheduler chained, StageCode code) {
        for (int i = 0; i < chained.members().size(); i++) {
            if (chained.members().get(i) instanceof MultiplicativeLR) {
                writeProducts(memberName(code, i), memberName(code, i) + "_factor");
            }
        }
    }

    static String memberName(StageCode code, int member) {
        return code.name() + "_member_" + (member + 1);
    }

    private void chained(ChainedScheduler chained, StageCode code) {
        lines.add("lr = base_lr");
        for (int i = 0; i < chained.members().size(); i++) {
            String name = memberName(code, i);
            PythonText.add(lines, "lr *= " + unwrapped(factor(chained.members().get(i), name, name + "_factor", code)));
        }
        lines.add("return lr");
    }

    /// Without parentheses around the whole: Black takes them away on the right of an assignment.
    private static String unwrapped(String expression) {
        boolean wrapped = expression.startsWith("(") && expression.endsWith(")") && closesAtEnd(expression);
        return wrapped ? expression.substring(1, expression.length() - 1) : expression;
    }

    private static boolean closesAtEnd(String expression) {
        int depth = 0;
        for (int i = 0; i < expression.length() - 1; i++) {
            depth += expression.charAt(i) == '(' ? 1 : expression.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }

    private void writeProducts(String name, String lambda) {
        lines.blank(2).add("_" + name + "_products = [1.0]").blank(2);
        lines.add("def " + name + "_product(k: int) -> float:").indent();
        lines.add("\"\"\"The product of the factors of steps 1 to k.\"\"\"");
        lines.add("products = _" + name + "_products");
        lines.add("while len(products) <= k:").indent();
        lines.add("products.append(products[-1] * " + lambda + "(len(products)))").outdent();
        lines.add("return products[k]").outdent();
    }

    private void restarts(CosineAnnealingWarmRestarts restarts) {
        if (restarts.tMult() == 1) {
            lines.add("k, length = k % " + restarts.t0() + ", " + restarts.t0());
        } else {
            lines.add("length = " + restarts.t0());
            lines.add("while k >= length:").indent();
            lines.add("k, length = k - length, length * " + restarts.tMult()).outdent();
        }
        lines.add("height = (1 + math.cos(math.pi * k / length)) / 2");
        writeCosine(restarts.etaMin());
    }

    private void oneCycle(OneCycleLR oneCycle) {
        List<String> peaks = oneCycle.maxLr().stream().map(lr -> format(lr)).toList();
        if (peaks.stream().distinct().count() == 1) {
            lines.add("peak = " + peaks.getFirst());
        } else {
            PythonText.bracketed(lines, "peaks = ", "[", peaks, "]");
            lines.add("peak = peaks[group]");
        }
        lines.add("first = peak / " + format(oneCycle.divFactor()));
        lines.add("last = first / " + format(oneCycle.finalDivFactor()));
        phases(oneCycle, "first", "peak", "last", oneCycle.threePhase() ? "first" : "last");
    }

    /// The end of each phase is a float: PyTorch interpolates between steps.
    private void phases(OneCycleLR oneCycle, String low, String high, String last, String afterPeak) {
        double total = oneCycle.totalSteps();
        lines.add("phases = [  # last step, from, to").indent();
        lines.add("(" + PythonText.floatLiteral(oneCycle.pctStart() * total - 1) + ", " + low + ", " + high + "),");
        if (oneCycle.threePhase()) {
            double end = 2 * oneCycle.pctStart() * total - 2;
            lines.add("(" + PythonText.floatLiteral(end) + ", " + high + ", " + afterPeak + "),");
            lines.add("(" + PythonText.floatLiteral(total - 1) + ", " + afterPeak + ", " + last + "),");
        } else {
            lines.add("(" + PythonText.floatLiteral(total - 1) + ", " + high + ", " + last + "),");
        }
        lines.outdent().add("]").add("return anneal_" + oneCycle.anneal().name().toLowerCase(Locale.ROOT) + "(k, phases)");
    }

    private void writeAnneal(OneCycleLR.Anneal anneal) {
        boolean cos = anneal == OneCycleLR.Anneal.COS;
        if (!written.add(cos ? Shared.ANNEAL_COS : Shared.ANNEAL_LINEAR)) {
            return;
        }
        lines.blank(2).add("def anneal_" + (cos ? "cos" : "linear") + "(k: int, phases: list) -> float:").indent();
        lines.add("\"\"\"The value at step k, in the phase that it lies in.\"\"\"");
        lines.add("start = 0.0");
        lines.add("for phase in phases:").indent();
        lines.add("end, first, last = phase");
        lines.add("if k <= end or phase is phases[-1]:").indent();
        lines.add("break").outdent();
        lines.add("start = end").outdent();
        lines.add("fraction = (k - start) / (end - start)");
        lines.add(cos
                ? "return last + (first - last) / 2 * (1 + math.cos(math.pi * fraction))"
                : "return (last - first) * fraction + first");
        lines.outdent();
    }

    private void writeTriangle() {
        if (!written.add(Shared.TRIANGLE)) {
            return;
        }
        lines.blank(2).add("def triangle(k: int, up: int, down: int) -> tuple:").indent();
        lines.add("\"\"\"The height of the triangle at step k, 0 to 1, and its number from 1.\"\"\"");
        lines.add("cycle = math.floor(1 + k / (up + down))");
        lines.add("x = 1 + k / (up + down) - cycle");
        lines.add("ratio = up / (up + down)");
        lines.add("return x / ratio if x <= ratio else (x - 1) / (ratio - 1), cycle").outdent();
    }

    /// The function of the momentum, for a stage that cycles it.
    void writeMomentum(Scheduler scheduler, StageCode code) {
        lines.blank(2).add("def " + code.momentumFunction() + "(k: int) -> float:").indent();
        lines.add("\"\"\"The momentum that " + code.type().pytorchName() + " sets at its local step k.\"\"\"");
        switch (scheduler) {
            case OneCycleLR oneCycle -> {
                MomentumRange range = oneCycle.momentum().orElseThrow();
                phases(oneCycle, format(range.max()), format(range.base()), format(range.max()), format(range.max()));
            }
            case CyclicLR cyclic -> cyclicMomentum(cyclic, cyclic.momentum().orElseThrow());
            default -> throw new AssertionError("it leaves momentum alone");
        }
        lines.outdent();
    }

    private void cyclicMomentum(CyclicLR cyclic, MomentumRange range) {
        wave(cyclic);
        PythonText.add(lines, "return " + format(range.max()) + " - (" + format(range.max()) + " - " + format(range.base()) + ") * height");
    }

    private void wave(CyclicLR cyclic) {
        lines.add("height, cycle = triangle(k, " + cyclic.stepSizeUp() + ", " + cyclic.stepSizeDown() + ")");
        switch (cyclic.mode()) {
            case TRIANGULAR -> { }
            case TRIANGULAR2 -> lines.add("height *= 0.5 ** (cycle - 1)");
            case EXP_RANGE -> lines.add("height *= " + format(cyclic.gamma()) + "**k");
        }
    }
}
