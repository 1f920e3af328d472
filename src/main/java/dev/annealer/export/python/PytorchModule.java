package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.Numbers;
import dev.annealer.document.Training;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Lines;
import dev.annealer.schedule.CyclicLR;
import dev.annealer.schedule.OneCycleLR;
import dev.annealer.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Writes one module of PyTorch, section by section.
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
        writeBuilders();
        new TrainingCode(document, schedule, constants, body).write();
        return ModuleHeader.write(input, "pytorch", List.of()) + imports() + constants() + body;
    }

    /// The same optimizer and scheduler, for those who have a loop of another library around them.
    ///
    /// @param notes paragraphs for the module's comment
    String write(String format, List<String> notes, LoopCode loop) {
        writeBuilders();
        loop.write(document, constants, body);
        return ModuleHeader.write(input, format, notes) + imports() + constants() + body;
    }

    /// What a module has in place of a training loop.
    interface LoopCode {
        void write(Document document, RunConstants constants, Lines lines);
    }

    private void writeBuilders() {
        var lambdas = new Lambdas(body);
        codes.forEach(lambdas::write);
        writeComputed();
        new OptimizerCode(document, body).write();
        new SchedulerCode(plan, document, schedule, constants.total(), body, schedulerImports).write();
    }

    private String imports() {
        var lines = new Lines();
        PythonText.bracketedImport(lines, "from torch.optim.lr_scheduler import ", List.copyOf(schedulerImports));
        var others = new ArrayList<String>(List.of("import torch"));
        others.addAll(lines.toString().lines().toList());
        return ModuleHeader.imports(body.toString(), others);
    }

    private String constants() {
        var lines = new Lines();
        Training training = document.training();
        String text = body.toString();
        if (text.contains("ACCUMULATION")) {
            lines.add("ACCUMULATION = " + training.accumulation().count().orElseThrow() + "  # batches for each optimizer step");
        }
        if (text.contains("CLIP_GRAD_NORM")) {
            lines.add("CLIP_GRAD_NORM = " + PythonText.floatLiteral(training.clipGradNorm().number().orElseThrow()));
        }
        lines.add("LR = " + Numbers.format(document.optimizer().lr().number().orElseThrow()) + baseLrComment());
        return constants.write(text) + lines;
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

    private void writeComputed() {
        List<StageCode> computed =
                switch (plan) {
                    case Plan.Alone _, Plan.Sequence _ -> List.of();
                    case Plan.Computed(List<StageCode> all, _) -> all;
                    case Plan.ThenPlateau(List<StageCode> before, _, _) -> before;
                };
        var forms = new ClosedForms(body, ClosedForms.needGroup(computed));
        for (StageCode code : computed) {
            forms.write(code.stage().scheduler(), code);
            if (code.stage().scheduler().momentum(0).isPresent()) {
                forms.writeMomentum(code.stage().scheduler(), code);
            }
        }
    }
}
