package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.Numbers;
import dev.annealer.document.Training;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Lines;
import dev.annealer.export.target.PlainText;
import dev.annealer.schedule.ChainedScheduler;
import dev.annealer.schedule.CyclicLR;
import dev.annealer.schedule.LambdaLR;
import dev.annealer.schedule.MultiplicativeLR;
import dev.annealer.schedule.OneCycleLR;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.Scheduler;
import dev.annealer.schedule.expression.Expression;
import java.util.List;
import java.util.TreeSet;

/// Writes one module, section by section.
final class PytorchModule {
    private final ExportInput input;
    private final Document document;
    private final Schedule schedule;
    private final RunConstants constants;
    private final List<StageCode> codes;
    private final Plan plan;
    private final Lines body = new Lines();
    private final TreeSet<String> schedulerImports = new TreeSet<>();

    PytorchModule(ExportInput input) {
        this.input = input;
        this.document = input.document();
        this.schedule = input.schedule();
        this.constants = RunConstants.of(document, schedule);
        this.codes = constants.codes();
        this.plan = new Planner(document, schedule, codes).plan();
    }

    String write() {
        codes.forEach(this::writeLambdas);
        writeComputed();
        new OptimizerCode(document, body).write();
        new SchedulerCode(plan, document, schedule, constants.total(), body, schedulerImports).write();
        new TrainingCode(document, schedule, constants, body).write();
        return header() + imports() + constants() + body;
    }

    private String header() {
        return """
                \"""Learning-rate schedule: %s.

                Made by Annealer from a document of format %s. To make it again:

                    annealer export DOCUMENT.json --format pytorch
                \"""

                """
                .formatted(PlainText.of(input.name()), Integer.toString(Document.FORMAT_VERSION));
    }

    private String imports() {
        String text = body.toString();
        var lines = new Lines();
        for (String module : List.of("bisect", "math")) {
            if (text.contains(module + ".")) {
                lines.add("import " + module);

            }
        }
        if (!lines.toString().isEmpty()) {
            lines.blank();
        }
        lines.add("import torch");

        PythonText.bracketedImport(lines, "from torch.optim.lr_scheduler import ", List.copyOf(schedulerImports));

        return lines.blank().toString();
    }

    private String constants() {
        var lines = new Lines();
        Training training = document.training();
        if (training.accumulation().count().orElse(1) > 1) {
            lines.add("ACCUMULATION = " + training.accumulation().count().getAsLong() + "  # batches for each optimizer step");
        }
        training.clipGradNorm().number().ifPresent(norm -> lines.add("CLIP_GRAD_NORM = " + PythonText.floatLiteral(norm)));
        lines.add("LR = " + Numbers.format(document.optimizer().lr().number().orElseThrow()) + baseLrComment());
        return constants.write(body.toString()) + lines;
    }

    private String baseLrComment() {
        boolean ignored = codes.stream().allMatch(code ->
                code.stage().scheduler() instanceof OneCycleLR || code.stage().scheduler() instanceof CyclicLR);
        if (ignored) {
            return "  # " + codes.getFirst().type().pytorchName() + " sets its own";
        }
        if (!document.optimizer().groups().isEmpty()) {
            return "  # of groups without their own";
        }
        return document.training().batchSize().count().isPresent()
                ? "  # for a global batch of " + document.training().batchSize().count().getAsLong()
                : "";
    }

    private void writeLambdas(StageCode code) {
        Scheduler scheduler = code.stage().scheduler();
        switch (scheduler) {
            case LambdaLR lambda -> writeLambda(code.lambda(), lambda.lambda());
            case MultiplicativeLR multiplicative -> writeLambda(code.lambda(), multiplicative.lambda());
            case ChainedScheduler chained -> {
                for (int i = 0; i < chained.members().size(); i++) {
                    if (chained.members().get(i) instanceof MultiplicativeLR member) {
                        writeLambda(ClosedForms.memberName(code, i) + "_factor", member.lambda());
                    }
                }
            }
            default -> { }
        }
    }

    private void writeLambda(String name, Expression lambda) {
        body.blank(2).add("def " + name + "(step: int) -> float:").indent();
        lambda.constants().forEach((constant, value) -> body.add(constant + " = " + PythonText.number(value)));
        PythonReturn.write(body, lambda.root());
        body.outdent();
    }

    private void writeComputed() {
        List<StageCode> computed =
                switch (plan) {
                    case Plan.Alone _, Plan.Sequence _ -> List.of();
                    case Plan.Computed(List<StageCode> codes, _) -> codes;
                    case Plan.ThenPlateau(List<StageCode> before, _, _) -> before;
                };
        var forms = new ClosedForms(body, ClosedForms.needGroup(computed));
        computed.forEach(code -> forms.write(code.stage().scheduler(), code));
    }
}
