package dev.annealer.export.java;

import dev.annealer.document.StepUnit;
import dev.annealer.export.target.Lines;
import dev.annealer.export.target.PlainText;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;

/// A `Tracker` of Deep Java Library: one for each param group, as a tracker knows none.
record TrackerShape(String name, Schedule schedule) implements Shape {
    @Override
    public String format() {
        return "djl";
    }

    @Override
    public String declaration() {
        return name + " implements Tracker";
    }

    @Override
    public List<String> imports() {
        return List.of("ai.djl.training.tracker.Tracker");
    }

    @Override
    public List<String> notes() {
        var notes = new ArrayList<String>();
        if (stepsByEpoch()) {
            notes.add("DJL counts updates, which are batches: see {@link #withUpdatesPerEpoch(int)}.");
        }
        if (severalGroups()) {
            notes.add("A tracker is for one param group, see {@link #ofGroup(int)}: give the optimizer a ParameterTracker that chooses");
            notes.add("among them by the parameter's id.");
        }
        if (schedule.cyclesMomentum()) {
            notes.add("DJL's optimizers keep their momentum; {@link #momentum(long)} is for optimizers of your own.");
        }
        return notes;
    }

    private boolean severalGroups() {
        return schedule.groups().size() > 1;
    }

    private boolean stepsByEpoch() {
        return schedule.run().stepOn() == StepUnit.EPOCH;
    }

    @Override
    public void writeBeginning(Lines lines) {
        writeConstructors(lines);
        if (severalGroups()) {
            writeOfGroup(lines);
        }
        if (stepsByEpoch()) {
            writeWithUpdatesPerEpoch(lines);
        }
        writeGetNewValue(lines);
    }

    private void writeConstructors(Lines lines) {
        String group = severalGroups() ? "0" : "";
        String updates = stepsByEpoch() ? "1" : "";
        lines.blank();
        if (severalGroups()) {
            lines.add("private final int group;");
        }
        if (stepsByEpoch()) {
            lines.add("private final int updatesPerEpoch;");
        }
        if (!severalGroups() && !stepsByEpoch()) {
            lines.add("public " + name + "() {}");
            return;
        }
        if (severalGroups() || stepsByEpoch()) {
            lines.blank();
        }
        String comma = severalGroups() && stepsByEpoch() ? ", " : "";
        lines.add("/** " + (severalGroups() ? "For the first param group" : "")
                + (severalGroups() && stepsByEpoch() ? ", with" : stepsByEpoch() ? "With" : "")
                + (stepsByEpoch() ? " one update an epoch" : "") + ". */");
        lines.add("public " + name + "() {").indent().add("this(" + group + comma + updates + ");").outdent().add("}").blank();
        lines.add("private " + name + "(" + (severalGroups() ? "int group" : "") + comma
                + (stepsByEpoch() ? "int updatesPerEpoch" : "") + ") {").indent();
        if (severalGroups()) {
            lines.add("this.group = group;");
        }
        if (stepsByEpoch()) {
            lines.add("this.updatesPerEpoch = updatesPerEpoch;");
        }
        lines.outdent().add("}");
    }

    private void writeOfGroup(Lines lines) {
        lines.blank().add("/**").add(" * The tracker of one param group.").add(" *").add(" * <ul>");
        for (Group group : schedule.groups()) {
            lines.add(" * <li>" + group.index() + ": " + PlainText.of(group.name()));
        }
        lines.add(" * </ul>").add(" */");
        lines.add("public static " + name + " ofGroup(int group) {").indent();
        lines.add("if (group < 0 || group >= BASE_LR.length) {").indent();
        lines.add("throw new IllegalArgumentException(\"no param group \" + group);").outdent().add("}");
        lines.add("return new " + name + "(group" + (stepsByEpoch() ? ", 1" : "") + ");").outdent().add("}");
    }

    private void writeWithUpdatesPerEpoch(Lines lines) {
        lines.blank().add("/**");
        lines.add(" * A tracker that goes on to the next epoch's learning rate after as many updates.").add(" *");
        lines.add(" * @param updates batches of an epoch").add(" */");
        lines.add("public " + name + " withUpdatesPerEpoch(int updates) {").indent();
        lines.add("if (updates < 1) {").indent();
        lines.add("throw new IllegalArgumentException(\"an epoch has at least one update, not \" + updates);").outdent().add("}");
        lines.add("return new " + name + "(" + (severalGroups() ? "group, " : "") + "updates);").outdent().add("}");
    }

    private void writeGetNewValue(Lines lines) {
        String epoch = stepsByEpoch() ? " / updatesPerEpoch" : "";
        lines.blank().add("/** DJL's first update is 1; a tracker around this one may ask for 0, which is taken for it. */");
        lines.add("@Override").add("public float getNewValue(int numUpdate) {").indent();
        lines.add("long step = Math.max(0, numUpdate - 1L)" + epoch + ";");
        lines.add("return (float) learningRate(step, " + (severalGroups() ? "group" : "0") + ");").outdent().add("}");
    }
}
