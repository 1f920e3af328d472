package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.KnownOptimizer.Momentum;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Metric;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.export.target.Lines;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The training loop with each step in its place, and the dry run.
final class TrainingCode {
    private static final Set<String> TAKEN = Set.of(
            "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
            "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
            "return", "try", "while", "with", "yield", "model", "groups", "loader", "loss", "loss_fn", "optimizer", "scheduler",
            "evaluate", "step", "epoch", "torch", "math", "bisect", "inputs", "targets", "i");

    private final Document document;
    private final Lines lines;
    private final RunConstants constants;
    private final boolean sizedInSteps;
    private final boolean plateau;
    private final boolean accumulates;
    private final boolean clips;

    TrainingCode(Document document, Schedule schedule, RunConstants constants, Lines lines) {
        this.document = document;
        this.constants = constants;
        this.lines = lines;
        this.sizedInSteps = schedule.run().epochs().isEmpty();
        this.plateau = schedule.stages().getLast().scheduler() instanceof ReduceLROnPlateau
                && schedule.stages().getLast().isInForce();
        this.accumulates = document.training().accumulation().count().orElse(1) > 1;
        this.clips = !document.training().clipGradNorm().isBlank();
    }

    void write() {
        writeTrain();
        writeDryRun();
        lines.blank(2).add("if __name__ == \"__main__\":").indent().add("dry_run()").outdent();
    }

    private void writeTrain() {
        boolean groups = !document.optimizer().groups().isEmpty();
        boolean ownClass = OptimizerCode.isOfTorch(document.optimizer());
        var parameters = new ArrayList<>(List.of("model"));
        if (groups) {
            parameters.add("groups");
        }
        parameters.addAll(List.of("loader", "loss_fn"));
        if (evaluates()) {
            parameters.add("evaluate");
        }
        if (!ownClass) {
            parameters.add("optimizer_class=None");
        }
        lines.blank(2).add("def train(" + String.join(", ", parameters) + "):").indent();
        writeDocumentation();
        String params = groups ? "groups" : "model.parameters()";
        lines.add("optimizer = build_optimizer(" + params + (ownClass ? ")" : ", optimizer_class)"));
        lines.add("scheduler = build_scheduler(optimizer)");
        if (sizedInSteps) {
            lines.add("step = 0").add("while step < TOTAL_STEPS:").indent();
        } else {
            lines.add("for epoch in range(EPOCHS):").indent();
        }
        lines.add("model.train()");
        if (accumulates) {
            lines.add("optimizer.zero_grad()  # drops what an incomplete accumulation left");
        }
        writeBatches();
        if (constants.stepsByEpoch()) {
            writeSchedulerStep();
        }
        lines.outdent().outdent();
    }

    private void writeDocumentation() {
        var sentences = new ArrayList<String>();
        if (!constants.stepsByEpoch() && !sizedInSteps) {
            sentences.add("The loader gives STEPS_PER_EPOCH" + (accumulates ? " * ACCUMULATION" : "") + " batches.");
        }
        if (evaluates()) {
            sentences.add("evaluate(model) gives the metric, which should " + (plateauRises() ? "rise." : "fall."));
        }
        if (sentences.isEmpty()) {
            return;
        }
        String oneLine = "\"\"\"" + String.join(" ", sentences) + "\"\"\"";
        if (lines.column() + oneLine.length() <= PythonText.WIDTH) {
            lines.add(oneLine);
        } else {
            lines.add("\"\"\"" + sentences.getFirst()).blank();
            sentences.stream().skip(1).forEach(lines::add);
            lines.add("\"\"\"");
        }
    }

    /// A plateau that steps once a batch has the batch's loss to go by, where that is what should fall.
    private boolean evaluates() {
        return plateau && (constants.stepsByEpoch() || plateauRises());
    }

    private boolean plateauRises() {
        return constants.codes().getLast().stage().scheduler() instanceof ReduceLROnPlateau last
                && last.settings().mode() == ReduceLROnPlateau.Mode.MAX;
    }

    private void writeBatches() {
        lines.add(accumulates
                ? "for i, (inputs, targets) in enumerate(loader, start=1):"
                : "for inputs, targets in loader:");
        lines.indent().add("loss = loss_fn(model(inputs), targets)");
        lines.add(accumulates ? "(loss / ACCUMULATION).backward()" : "loss.backward()");
        if (accumulates) {
            lines.add("if i % ACCUMULATION != 0:").indent().add("continue").outdent();
        }
        if (clips) {
            lines.add("torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP_GRAD_NORM)");
        }
        lines.add("optimizer.step()").add("optimizer.zero_grad()");
        if (!constants.stepsByEpoch()) {
            writeSchedulerStep();
        }
        if (sizedInSteps) {
            lines.add("step += 1").add("if step == TOTAL_STEPS:").indent().add("break").outdent();
        }
        lines.outdent();
    }

    private void writeSchedulerStep() {
        if (plateau && !evaluates()) {
            lines.add("scheduler.step(loss.item())");
        } else if (plateau) {
            String metric = metricName();
            lines.add(metric + " = evaluate(model)").add("scheduler.step(" + metric + ")");
        } else {
            lines.add("scheduler.step()");
        }
    }

    /// The metric's name in the document, where Python can take it.
    private String metricName() {
        Metric metric = document.metric();
        String name = metric == null ? "" : metric.name().strip().toLowerCase(Locale.ROOT).replaceAll("[^A-Za-z0-9]+", "_");
        boolean usable = name.matches("[a-z][a-z0-9_]{0,39}") && !TAKEN.contains(name);
        return usable ? name : "metric";
    }

    private void writeDryRun() {
        lines.blank(2).add("def dry_run() -> None:").indent();
        lines.add("\"\"\"Prints the learning rates of the whole run; needs no model.\"\"\"");
        writeStandIn();
        lines.add("scheduler = build_scheduler(optimizer)");
        String counter = constants.stepsByEpoch() ? "epoch" : "step";
        lines.add("for " + counter + " in range(" + constants.total() + "):").indent();
        lines.add("print(" + counter + ", *(group[\"lr\"] for group in optimizer.param_groups))");
        lines.add("optimizer.step()");
        lines.add(plateau ? "scheduler.step(0.0)  # a metric that never changes" : "scheduler.step()").outdent().outdent();
    }

    private void writeStandIn() {
        Optimizer optimizer = document.optimizer();
        if (optimizer.groups().isEmpty()) {
            lines.add("params = [torch.nn.Parameter(torch.zeros(1))]");
        } else {
            lines.add("params = {").indent();
            for (ParamGroup group : optimizer.groups()) {
                lines.add(PythonText.string(group.name()) + ": [torch.nn.Parameter(torch.zeros(1))],");
            }
            lines.outdent().add("}");
        }
        boolean betas = KnownOptimizer.momentumOf(optimizer.type()) == Momentum.BETAS;
        String standIn = betas ? ", torch.optim.AdamW" : ", torch.optim.SGD";
        lines.add("optimizer = build_optimizer(params" + (OptimizerCode.isOfTorch(optimizer) ? "" : standIn) + ")");
    }
}
