package dev.annealer.export.java;

import static dev.annealer.export.java.JavaText.literal;

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
import dev.annealer.schedule.expression.Expression;
import dev.annealer.schedule.expression.StaticType;
import java.util.EnumSet;
import java.util.Set;

/// The methods of a class: each scheduler's formula as a function of its local step.
final class JavaFormulas {
    /// Methods that several stages share.
    enum Shared {
        ANNEAL,
        TRIANGLE,
        LOGICAL,
        ARITHMETIC
    }

    private final Lines lines;
    private final long steps;
    private final Set<Shared> needed = EnumSet.noneOf(Shared.class);

    /// @param steps of the whole run
    JavaFormulas(Lines lines, long steps) {
        this.lines = lines;
        this.steps = steps;
    }

    Set<Shared> needed() {
        return needed;
    }

    /// `double name(long k, double baseLr, int group)`, after what it calls.
    void write(Scheduler scheduler, String name, String title) {
        switch (scheduler) {
            case LambdaLR lambda -> writeLambda(name + "Factor", lambda.lambda());
            case MultiplicativeLR multiplicative -> writeProducts(name, multiplicative.lambda());
            case ChainedScheduler chained -> writeMembers(chained, name);
            default -> { }
        }
        lines.blank().add("/** " + title + " at its local step {@code k}. */");
        lines.add("private double " + name + "(long k, double baseLr, int group) {").indent();
        body(scheduler, name);
        lines.outdent().add("}");
    }

    private void body(Scheduler scheduler, String name) {
        switch (scheduler) {
            case ConstantLR(double factor, long total) -> lines.add("return k < " + total + "L ? baseLr * " + literal(factor) + " : baseLr;");
            case LinearLR(double start, double end, long total) -> {
                lines.add("if (k >= " + total + "L) {").indent().add("return baseLr * " + literal(end) + ";").outdent().add("}");
                lines.add("return baseLr * (" + literal(start) + " + (" + literal(end) + " - " + literal(start) + ") * k / " + total + "L);");
            }
            case StepLR(long size, double gamma) -> lines.add("return baseLr * Math.pow(" + literal(gamma) + ", k / " + size + "L);");
            case MultiStepLR multiStep -> multiStep(multiStep);
            case ExponentialLR(double gamma) -> lines.add("return baseLr * Math.pow(" + literal(gamma) + ", k);");
            case PolynomialLR(long total, double power) -> {
                lines.add("double left = 1 - (double) Math.min(k, " + total + "L) / " + total + "L;");
                lines.add("return baseLr * Math.pow(left, " + literal(power) + ");");
            }
            case CosineAnnealingLR(long tMax, double etaMin) -> {
                lines.add("long position = k % " + 2 * tMax + "L;");
                lines.add("double height = 1 + Math.cos(Math.PI * position / " + tMax + "L);");
                lines.add("return " + literal(etaMin) + " + (baseLr - " + literal(etaMin) + ") * height / 2;");
            }
            case CosineAnnealingWarmRestarts restarts -> restarts(restarts);
            case OneCycleLR oneCycle -> oneCycle(oneCycle);
            case CyclicLR cyclic -> {
                wave(cyclic);
                lines.add("return " + literal(cyclic.baseLr()) + " + (" + literal(cyclic.maxLr()) + " - "
                        + literal(cyclic.baseLr()) + ") * height;");
            }
            case LambdaLR _ -> lines.add("return baseLr * " + name + "Factor(k);");
            case MultiplicativeLR _ -> lines.add("return baseLr * " + name + "Product(k);");
            case ChainedScheduler chained -> {
                lines.add("double factor = 1;");
                for (int i = 1; i <= chained.members().size(); i++) {
                    lines.add("factor *= " + name + "Member" + i + "(k, 1, group);");
                }
                lines.add("return baseLr * factor;");
            }
            case ReduceLROnPlateau _ -> throw new AssertionError("it has no formula");
        }
    }

    private void writeMembers(ChainedScheduler chained, String name) {
        for (int i = 1; i <= chained.members().size(); i++) {
            write(chained.members().get(i - 1), name + "Member" + i, "Member " + i);
        }
    }

    private void multiStep(MultiStepLR multiStep) {
        lines.add("long[] milestones = " + JavaText.longs(multiStep.milestones()) + ";");
        lines.add("int reached = 0;");
        lines.add("while (reached < milestones.length && milestones[reached] <= k) {").indent();
        lines.add("reached++;").outdent().add("}");
        lines.add("return baseLr * Math.pow(" + literal(multiStep.gamma()) + ", reached);");
    }

    private void restarts(CosineAnnealingWarmRestarts restarts) {
        String etaMin = literal(restarts.etaMin());
        if (restarts.tMult() == 1) {
            lines.add("long length = " + restarts.t0() + "L;").add("long position = k % length;");
        } else {
            lines.add("long length = " + restarts.t0() + "L;").add("long position = k;");
            lines.add("while (position >= length) {").indent();
            lines.add("position -= length;").add("length *= " + restarts.tMult() + "L;").outdent().add("}");
        }
        lines.add("return " + etaMin + " + (baseLr - " + etaMin + ") * (1 + Math.cos(Math.PI * position / length)) / 2;");
    }

    private void oneCycle(OneCycleLR oneCycle) {
        lines.add("double[] peaks = " + JavaText.array(oneCycle.maxLr()) + ";");
        lines.add("double peak = peaks[group];");
        lines.add("double first = peak / " + literal(oneCycle.divFactor()) + ";");
        lines.add("double last = first / " + literal(oneCycle.finalDivFactor()) + ";");
        phases(oneCycle, "first", "peak", oneCycle.threePhase() ? "first" : "last", "last");
    }

    private void phases(OneCycleLR oneCycle, String low, String high, String afterPeak, String last) {
        needed.add(Shared.ANNEAL);
        double total = oneCycle.totalSteps();
        String cos = oneCycle.anneal() == OneCycleLR.Anneal.COS ? "true" : "false";
        String peakEnd = literal(oneCycle.pctStart() * total - 1);
        lines.add("double[] ends = {" + peakEnd + ", "
                + (oneCycle.threePhase() ? literal(2 * oneCycle.pctStart() * total - 2) + ", " : "") + literal(total - 1) + "};");
        lines.add("double[] values = {" + low + ", " + high + ", " + afterPeak
                + (oneCycle.threePhase() ? ", " + last : "") + "};");
        lines.add("return anneal(k, ends, values, " + cos + ");");
    }

    private void wave(CyclicLR cyclic) {
        needed.add(Shared.TRIANGLE);
        lines.add("double height = triangle(k, " + cyclic.stepSizeUp() + "L, " + cyclic.stepSizeDown() + "L);");
        switch (cyclic.mode()) {
            case TRIANGULAR -> { }
            case TRIANGULAR2 -> lines.add("height /= Math.pow(2, Math.floor((double) k / "
                    + (cyclic.stepSizeUp() + cyclic.stepSizeDown()) + "L));");
            case EXP_RANGE -> lines.add("height *= Math.pow(" + literal(cyclic.gamma()) + ", k);");
        }
    }

    /// `double name(long k)`.
    void writeMomentum(Scheduler scheduler, String name) {
        lines.blank().add("private double " + name + "(long k) {").indent();
        switch (scheduler) {
            case OneCycleLR oneCycle -> {
                MomentumRange range = oneCycle.momentum().orElseThrow();
                String max = literal(range.max());
                phases(oneCycle, max, literal(range.base()), max, max);
            }
            case CyclicLR cyclic -> {
                MomentumRange range = cyclic.momentum().orElseThrow();
                wave(cyclic);
                lines.add("return " + literal(range.max()) + " - (" + literal(range.max()) + " - " + literal(range.base()) + ") * height;");
            }
            default -> throw new AssertionError("it leaves momentum alone");
        }
        lines.outdent().add("}");
    }

    private void writeLambda(String name, Expression lambda) {
        boolean plain = steps <= StaticType.LAST_STEP && JavaExpression.canPrint(lambda.root());
        String code = plain
                ? JavaExpression.real(lambda.root())
                : "PythonArithmetic.toDouble(" + DynamicExpression.print(lambda.root()) + ")";
        if (code.contains("PythonArithmetic.")) {
            needed.add(Shared.ARITHMETIC);
        }
        if (!plain && (code.contains("and(") || code.contains("or("))) {
            needed.add(Shared.LOGICAL);
        }
        lines.blank().add("private double " + name + "(long step) {").indent();
        lines.add("return " + code + ";");
        lines.outdent().add("}");
    }

    private void writeProducts(String name, Expression lambda) {
        writeLambda(name + "Factor", lambda);
        lines.blank().add("private double[] " + name + "Products = {1};");
        lines.add("private int " + name + "Known = 1;").blank();
        lines.add("/** The product of the factors of steps 1 to k; kept, as each needs those before it. */");
        lines.add("private double " + name + "Product(long k) {").indent();
        lines.add("while (" + name + "Known <= k) {").indent();
        lines.add("if (" + name + "Known == " + name + "Products.length) {").indent();
        lines.add(name + "Products = java.util.Arrays.copyOf(" + name + "Products, 2 * " + name + "Known);").outdent().add("}");
        lines.add("double factor = " + name + "Factor(" + name + "Known);");
        lines.add(name + "Products[" + name + "Known] = " + name + "Products[" + name + "Known - 1] * factor;");
        lines.add(name + "Known++;").outdent().add("}");
        lines.add("return " + name + "Products[(int) k];").outdent().add("}");
    }
}
