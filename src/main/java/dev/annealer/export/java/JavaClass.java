package dev.annealer.export.java;

import static dev.annealer.export.java.JavaText.literal;

import dev.annealer.document.Document;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.StepUnit;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Lines;
import dev.annealer.export.target.PlainText;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Writes one class, section by section.
final class JavaClass {
    private final ExportInput input;
    private final Shape shape;
    private final Schedule schedule;
    private final List<PlacedStage> stages;
    private final boolean plateau;
    private final Lines body = new Lines();

    JavaClass(ExportInput input, Shape shape) {
        this.input = input;
        this.shape = shape;
        this.schedule = input.schedule();
        this.stages = schedule.stages().stream().filter(PlacedStage::isInForce).toList();
        this.plateau = stages.getLast().scheduler() instanceof ReduceLROnPlateau;
    }

    String write() {
        body.indent();
        writeConstants();
        shape.writeBeginning(body);
        writeLearningRate();
        writeMomentum();
        if (plateau) {
            new JavaPlateau(schedule, (ReduceLROnPlateau) stages.getLast().scheduler(), stages.getLast().start(), body).write();
        }
        var formulas = new JavaFormulas(body, schedule.steps());
        for (PlacedStage stage : stages) {
            if (!(stage.scheduler() instanceof ReduceLROnPlateau)) {
                formulas.write(stage.scheduler(), name(stage), type(stage).pytorchName());
            }
            if (stage.scheduler().momentum(0).isPresent()) {
                formulas.writeMomentum(stage.scheduler(), name(stage) + "Momentum");
            }
        }
        String shared = new JavaSupport(formulas.needed()).write();
        return header(formulas.needed()) + "public final class " + shape.declaration() + " {\n" + body + shared + "}\n";
    }

    private String header(Set<JavaFormulas.Shared> needed) {
        var lines = new Lines();
        imports(needed).forEach(type -> lines.add("import " + type + ";"));
        if (!lines.toString().isEmpty()) {
            lines.blank();
        }
        lines.add("/**").add(" * Learning-rate schedule: " + PlainText.of(input.name()) + ".").add(" *");
        lines.add(" * <p>Made by Annealer from a document of format " + Document.FORMAT_VERSION + ". To make it again:");
        lines.add(" *").add(" * <pre>annealer export DOCUMENT.json --format " + shape.format() + "</pre>").add(" *");
        lines.add(" * <p>A step counts calls of the scheduler: " + (schedule.run().stepOn() == StepUnit.EPOCH
                ? "one an epoch."
                : "one for each optimizer step."));
        shape.notes().forEach(note -> lines.add(" * " + note));
        lines.add(" * Not safe for use by several threads at once.").add(" */");
        return lines.toString();
    }

    private Set<String> imports(Set<JavaFormulas.Shared> needed) {
        var imports = new TreeSet<>(shape.imports());
        if (needed.contains(JavaFormulas.Shared.ARITHMETIC)) {
            imports.addAll(List.of("java.math.BigDecimal", "java.math.BigInteger", "java.math.RoundingMode"));
        }
        if (needed.contains(JavaFormulas.Shared.LOGICAL)) {
            imports.add("java.util.function.Supplier");
        }
        return imports;
    }

    private void writeConstants() {
        body.add("/** Scheduler steps of the whole run. */");
        body.add("public static final long TOTAL_STEPS = " + schedule.steps() + "L;").blank();
        body.add("/** The base learning rate of each param group. */");
        body.add("private static final double[] BASE_LR = "
                + JavaText.array(schedule.groups().stream().map(Group::baseLr).toList()) + ";");
    }

    private void writeLearningRate() {
        boolean several = schedule.groups().size() > 1;
        body.blank().add("/**").add(" * The learning rate in force during a step, from 0" + (several ? ", of the first param group." : "."));
        if (plateau) {
            body.add(" * Where that depends on metrics, as far as they have been given to {@link #step(double)}.");
        }
        body.add(" */").add("public double learningRate(long step) {").indent();
        body.add("return learningRate(step, 0);").outdent().add("}").blank();
        body.add("/**").add(" * The learning rate of one param group in force during a step.").add(" *");
        body.add(" * @param group its position, from 0").add(" */");
        body.add((several ? "public" : "private") + " double learningRate(long step, int group) {").indent();
        body.add("if (step < 0) {").indent();
        body.add("throw new IllegalArgumentException(\"negative step: \" + step);").outdent().add("}");
        for (PlacedStage stage : stages) {
            boolean isPlateau = stage.scheduler() instanceof ReduceLROnPlateau;
            String local = stage.start() == 0 ? "step" : "step - " + stage.start() + "L";
            String call = isPlateau ? "onPlateau(step, group)" : name(stage) + "(" + local + ", BASE_LR[group], group)";
            writeCase(stage, "return " + call + ";");
        }
        body.outdent().add("}");
    }

    private void writeCase(PlacedStage stage, String statement) {
        int next = stages.indexOf(stage) + 1;
        if (next == stages.size()) {
            body.add(statement);
            return;
        }
        body.add("if (step < " + stages.get(next).start() + "L) {").indent().add(statement).outdent().add("}");
    }

    private void writeMomentum() {
        if (stages.stream().noneMatch(stage -> stage.scheduler().momentum(0).isPresent())) {
            return;
        }
        body.blank().add("/** The momentum (for Adam and its like the first beta) in force during a step, from 0. */");
        body.add("public double momentum(long step) {").indent();
        for (PlacedStage stage : stages) {
            boolean cycles = stage.scheduler().momentum(0).isPresent();
            String local = stage.start() == 0 ? "step" : "step - " + stage.start() + "L";
            writeCase(stage, "return "
                    + (cycles ? name(stage) + "Momentum(" + local + ")" : literal(schedule.optimizerMomentum().orElse(0))) + ";");
        }
        body.outdent().add("}");
    }

    private SchedulerType type(PlacedStage stage) {
        return input.document().schedule().stages().get(stage.index()).scheduler().type();
    }

    /// `linear1`; without the number where there is only one stage.
    private String name(PlacedStage stage) {
        String type = type(stage).pytorchName().replaceAll("(LR|Scheduler)$", "");
        String name = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        return stages.size() == 1 ? name + "Lr" : name + (stages.indexOf(stage) + 1);
    }
}
