package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.Numbers;
import dev.annealer.document.StepUnit;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Lines;
import dev.annealer.export.target.PlainText;
import dev.annealer.schedule.ChainedScheduler;
import dev.annealer.schedule.LambdaLR;
import dev.annealer.schedule.MultiplicativeLR;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.Scheduler;
import dev.annealer.schedule.expression.Expression;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;

/// Writes one module, section by section.
final class PytorchModule {
    private final ExportInput input;
    private final Document document;
    private final Schedule schedule;
    private final Plan plan;
    private final Lines body = new Lines();
    private final TreeSet<String> schedulerImports = new TreeSet<>();

    PytorchModule(ExportInput input) {
        this.input = input;
        this.document = input.document();
        this.schedule = input.schedule();
        this.plan = new Planner(document, schedule).plan();
    }

    String write() {
        codes().forEach(this::writeLambdas);
        writeComputed();
        new OptimizerCode(document, body).write();
        new SchedulerCode(plan, document, schedule, body, schedulerImports).write();
        new TrainingCode(document, schedule, body).write();
        return header() + imports() + constants() + body;
    }

    private List<StageCode> codes() {
        return switch (plan) {
            case Plan.Alone(StageCode code) -> List.of(code);
            case Plan.Sequence(List<StageCode> codes) -> codes;
            case Plan.Computed(List<StageCode> codes, _) -> codes;
            case Plan.ThenPlateau(List<StageCode> before, StageCode code, _) -> {
                var all = new ArrayList<>(before);
                all.add(code);
                yield all;
            }
        };
    }

    private String header() {
        return """
                \"""Learning-rate schedule: %s.

                Made by Annealer from a document of format %s. To make it again:

                    annealer export DOCUMENT.json --format pytorch
                \"""

                from __future__ import annotations

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

    /// Sizes of the run, with their units.
    private String constants() {
        var lines = new Lines();
        String unit = schedule.run().stepOn() == StepUnit.EPOCH ? "epochs" : "optimizer steps";
        if (schedule.run().epochs().isPresent()) {
            lines.add("EPOCHS = " + schedule.run().epochs().getAsLong());
        }
        if (schedule.run().stepOn() == StepUnit.BATCH && schedule.run().stepsPerEpoch().isPresent()) {
            lines.add("STEPS_PER_EPOCH = " + schedule.run().stepsPerEpoch().getAsLong() + "  # optimizer steps");
            lines.add("TOTAL_STEPS = EPOCHS * STEPS_PER_EPOCH");
        } else if (schedule.run().stepOn() == StepUnit.EPOCH) {
            lines.add("TOTAL_STEPS = EPOCHS  # the scheduler steps once an epoch");
        } else {
            lines.add("TOTAL_STEPS = " + schedule.steps() + "  # " + unit);
        }
        if (!document.training().accumulation().isBlank()) {
            lines.add("ACCUMULATION = " + document.training().accumulation().count().orElseThrow()
                    + "  # batches for each optimizer step");
        }
        if (!document.training().clipGradNorm().isBlank()) {
            lines.add("CLIP_GRAD_NORM = "
                    + Numbers.format(document.training().clipGradNorm().number().orElseThrow()));
        }
        lines.add("LR = " + Numbers.format(document.optimizer().lr().number().orElseThrow()) + "  # base learning rate");
        for (StageCode code : codes()) {
            lines.add(code.lengthConstant() + " = " + code.stage().length() + "  # " + unit);
        }
        return lines.toString();
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
        PythonText.add(body, "return " + PythonExpression.print(lambda.root()));
        body.outdent();
    }

    private void writeComputed() {
        List<StageCode> computed =
                switch (plan) {
                    case Plan.Alone _, Plan.Sequence _ -> List.of();
                    case Plan.Computed(List<StageCode> codes, _) -> codes;
                    case Plan.ThenPlateau(List<StageCode> before, _, _) -> before;
                };
        var forms = new ClosedForms(body, EnumSet.noneOf(ClosedForms.Shared.class));
        computed.forEach(code -> forms.write(code.stage().scheduler(), code));
    }
}
