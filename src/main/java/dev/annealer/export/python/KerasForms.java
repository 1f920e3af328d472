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
import dev.annealer.schedule.MultiStepLR;
import dev.annealer.schedule.MultiplicativeLR;
import dev.annealer.schedule.OneCycleLR;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.PolynomialLR;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.StepLR;

/// The formulas of stages in `keras.ops`: `name_lr(k, base_lr)` with a tensor `k`.
final class KerasForms {
    private final Lines lines;

    KerasForms(Lines lines) {
        this.lines = lines;
    }

    static boolean isNative(PlacedStage stage) {
        return switch (stage.scheduler()) {
            case ConstantLR _, LinearLR _, StepLR _, MultiStepLR _, ExponentialLR _, CosineAnnealingLR _ -> true;
            case PolynomialLR(_, double power) -> power >= 0;
            case CosineAnnealingWarmRestarts restarts -> restarts.tMult() == 1;
            case OneCycleLR _, CyclicLR _, LambdaLR _, MultiplicativeLR _, ChainedScheduler _, ReduceLROnPlateau _ -> false;
        };
    }

    void write(StageCode code) {
        lines.blank(2).add("def " + code.function() + "(k, base_lr: float):").indent();
        lines.add("\"\"\"" + code.type().pytorchName() + " at its local step k, a tensor.\"\"\"");
        switch (code.stage().scheduler()) {
            case ConstantLR(double factor, long total) ->
                lines.add("return ops.where(k < " + code.steps(total) + ", base_lr * " + product(factor) + ", base_lr)");
            case LinearLR(double start, double end, long total) -> {
                lines.add("done = ops.minimum(k, " + code.steps(total) + ") / " + code.steps(total));
                lines.add("return base_lr * (" + PythonText.readable(start) + " + (" + PythonText.readable(end) + " - "
                        + PythonText.readable(start) + ") * done)");
            }
            case StepLR(long size, double gamma) ->
                lines.add("return base_lr * ops.power(" + PythonText.floatLiteral(gamma) + ", ops.floor(k / " + code.steps(size) + "))");
            case MultiStepLR multiStep -> {
                PythonText.bracketed(
                        lines, "milestones = ", "[", multiStep.milestones().stream().map(Object::toString).toList(), "]");
                lines.add("reached = sum(ops.cast(k >= milestone, \"float32\") for milestone in milestones)");
                lines.add("return base_lr * ops.power(" + PythonText.floatLiteral(multiStep.gamma()) + ", reached)");
            }
            case ExponentialLR(double gamma) ->
                lines.add("return base_lr * ops.power(" + PythonText.floatLiteral(gamma) + ", k)");
            case PolynomialLR(long total, double power) -> {
                lines.add("left = 1 - ops.minimum(k, " + code.steps(total) + ") / " + code.steps(total));
                lines.add("return base_lr * ops.power(left, " + PythonText.floatLiteral(power) + ")");
            }
            case CosineAnnealingLR(long tMax, double etaMin) -> cosine("k", code.steps(tMax), etaMin);
            case CosineAnnealingWarmRestarts restarts -> {
                String length = code.steps(restarts.t0());
                cosine("(k % " + length + ")", length, restarts.etaMin());
            }
            case OneCycleLR _, CyclicLR _, LambdaLR _, MultiplicativeLR _, ChainedScheduler _, ReduceLROnPlateau _ ->
                throw new AssertionError("it is a table");
        }
        lines.outdent();
    }

    private void cosine(String k, String length, double etaMin) {
        lines.add("height = (1 + ops.cos(math.pi * " + k + " / " + length + ")) / 2");
        lines.add(etaMin == 0
                ? "return base_lr * height"
                : "return " + format(etaMin) + " + (base_lr - " + format(etaMin) + ") * height");
    }

    private static String product(double factor) {
        return factor == 1.0 / 3 ? "(1 / 3)" : format(factor);
    }
}
