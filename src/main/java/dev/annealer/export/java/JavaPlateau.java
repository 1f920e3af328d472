package dev.annealer.export.java;

import static dev.annealer.export.java.JavaText.literal;

import dev.annealer.export.target.Lines;
import dev.annealer.schedule.ReduceLROnPlateau.Mode;
import dev.annealer.schedule.ReduceLROnPlateau.Settings;
import dev.annealer.schedule.ReduceLROnPlateau.ThresholdMode;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;

/// The part of a class that listens to a metric: PyTorch's state machine.
final class JavaPlateau {
    private final Schedule schedule;
    private final Settings settings;
    private final long start;
    private final Lines lines;

    JavaPlateau(Schedule schedule, ReduceLROnPlateau plateau, long start, Lines lines) {
        this.schedule = schedule;
        this.settings = plateau.settings();
        this.start = start;
        this.lines = lines;
    }

    void write() {
        writeState();
        writeStep();
        writeCurrent();
        writeReduce();
        writeLookUp();
    }

    private void writeState() {
        boolean min = settings.mode() == Mode.MIN;
        lines.blank().add("private double best = Double." + (min ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY") + ";");
        lines.add("private long badSteps;");
        lines.add("private long cooldownLeft;");
        lines.add("private long stepsDone;");
        lines.add("/** The steps from which on the rates of the same index in {@code reducedTo} are in force. */");
        lines.add("private long[] reducedAt = {" + start + "L};");
        lines.add("private double[][] reducedTo = {BASE_LR};");
    }

    private void writeStep() {
        lines.blank().add("/** To be called at the end of every step, with the metric's value. */");
        lines.add("public void step(double metric) {").indent();
        lines.add("stepsDone++;");
        lines.add("if (stepsDone <= " + start + "L) {").indent().add("return;").outdent().add("}");
        lines.add("if (" + isBetter() + ") {").indent();
        lines.add("best = metric;").add("badSteps = 0;").outdent();
        lines.add("} else {").indent().add("badSteps++;").outdent().add("}");
        lines.add("if (cooldownLeft > 0) {").indent().add("cooldownLeft--;").add("badSteps = 0;").outdent().add("}");
        lines.add("if (badSteps > " + settings.patience() + "L) {").indent();
        lines.add("reduce();").add("cooldownLeft = " + settings.cooldown() + "L;").add("badSteps = 0;").outdent().add("}");
        lines.outdent().add("}");
    }

    private String isBetter() {
        String threshold = literal(settings.threshold());
        boolean relative = settings.thresholdMode() == ThresholdMode.REL;
        return settings.mode() == Mode.MIN
                ? relative ? "metric < best * (1 - " + threshold + ")" : "metric < best - " + threshold
                : relative ? "metric > best * (" + threshold + " + 1)" : "metric > best + " + threshold;
    }

    private void writeCurrent() {
        lines.blank().add("/** The learning rate in force now: after as many steps as metrics have been given. */");
        lines.add("public double learningRate() {").indent();
        lines.add("return learningRate(stepsDone);").outdent().add("}");
        if (schedule.groups().size() > 1) {
            lines.blank().add("/** The same of one param group. */");
            lines.add("public double learningRate(int group) {").indent();
            lines.add("return learningRate(stepsDone, group);").outdent().add("}");
        }
    }

    private void writeReduce() {
        lines.blank().add("private void reduce() {").indent();
        lines.add("int last = reducedAt.length - 1;");
        lines.add("double[] rates = reducedTo[last].clone();");
        lines.add("for (int group = 0; group < rates.length; group++) {").indent();
        lines.add("double reduced = Math.max(rates[group] * " + literal(settings.factor()) + ", " + literal(settings.minLr()) + ");");
        lines.add("if (rates[group] - reduced > " + literal(settings.eps()) + ") {").indent();
        lines.add("rates[group] = reduced;").outdent().add("}").outdent().add("}");
        lines.add("reducedAt = java.util.Arrays.copyOf(reducedAt, last + 2);");
        lines.add("reducedTo = java.util.Arrays.copyOf(reducedTo, last + 2);");
        lines.add("reducedAt[last + 1] = stepsDone;");
        lines.add("reducedTo[last + 1] = rates;").outdent().add("}");
    }

    private void writeLookUp() {
        lines.blank().add("private double onPlateau(long step, int group) {").indent();
        lines.add("int i = reducedAt.length - 1;");
        lines.add("while (i > 0 && reducedAt[i] > step) {").indent().add("i--;").outdent().add("}");
        lines.add("return reducedTo[i][group];").outdent().add("}");
    }
}
