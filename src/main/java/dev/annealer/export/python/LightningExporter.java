package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.Metric;
import dev.annealer.export.target.Export;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Exporter;
import dev.annealer.export.target.Lines;
import dev.annealer.schedule.ReduceLROnPlateau;
import java.util.ArrayList;
import java.util.List;

/// A mixin for a `LightningModule`: `configure_optimizers` around PyTorch's own scheduler.
public final class LightningExporter implements Exporter {
    private static final About ABOUT = new About("lightning", "Lightning", Language.PYTHON, ".py");
    private static final String NOTE = "Mix it in before the module: class Model(Scheduled, LightningModule).";

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Export export(ExportInput input) {
        return new Export.Code(new PytorchModule(input).write(id(), List.of(NOTE), LightningExporter::write));
    }

    private static void write(Document document, RunConstants constants, Lines lines) {
        boolean groups = !document.optimizer().groups().isEmpty();
        boolean own = OptimizerCode.isOfTorch(document.optimizer());
        lines.blank(2).add("class Scheduled:").indent();
        lines.add("\"\"\"What a LightningModule needs to train by this schedule.\"\"\"").blank();
        if (!own) {
            lines.add("optimizer_class = None  # see build_optimizer").blank();
        }
        if (groups) {
            lines.add("def parameter_groups(self) -> dict:").indent();
            lines.add("\"\"\"To be overridden: the parameters of each group by its name.\"\"\"");
            lines.add("raise NotImplementedError").outdent().blank();
        }
        lines.add("def configure_optimizers(self):").indent();
        String params = groups ? "self.parameter_groups()" : "self.parameters()";
        lines.add("optimizer = build_optimizer(" + params + (own ? ")" : ", self.optimizer_class)"));
        writeReturn(document, constants, lines);
        lines.outdent().outdent();
        writeTrainer(document, constants, lines);
    }

    private static void writeReturn(Document document, RunConstants constants, Lines lines) {
        boolean plateau = constants.codes().getLast().stage().scheduler() instanceof ReduceLROnPlateau;
        lines.add("return {").indent().add("\"optimizer\": optimizer,").add("\"lr_scheduler\": {").indent();
        lines.add("\"scheduler\": build_scheduler(optimizer),");
        lines.add("\"interval\": \"" + (constants.stepsByEpoch() ? "epoch" : "step") + "\",").add("\"frequency\": 1,");
        if (plateau) {
            lines.add("\"monitor\": " + PythonText.string(monitor(document)) + ",  # as the module logs it");
        }
        lines.outdent().add("},").outdent().add("}");
    }

    private static String monitor(Document document) {
        Metric metric = document.metric();
        return metric == null || metric.name().isBlank() ? "val_loss" : metric.name();
    }

    /// Accumulation and clipping are the trainer's.
    private static void writeTrainer(Document document, RunConstants constants, Lines lines) {
        var items = new ArrayList<String>();
        items.add(document.training().isSizedInSteps() ? "\"max_steps\": TOTAL_STEPS" : "\"max_epochs\": EPOCHS");
        if (document.training().accumulation().count().orElse(1) > 1) {
            items.add("\"accumulate_grad_batches\": ACCUMULATION");
        }
        if (!document.training().clipGradNorm().isBlank()) {
            items.add("\"gradient_clip_val\": CLIP_GRAD_NORM");
        }
        lines.blank(2).add("def trainer_arguments() -> dict:").indent();
        lines.add("\"\"\"For the Trainer: Trainer(**trainer_arguments()).\"\"\"");
        PythonText.bracketed(lines, "return ", "{", items, "}");
        lines.outdent();
    }
}
