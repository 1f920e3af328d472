package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.KnownOptimizer.Momentum;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.document.StepUnit;
import dev.annealer.export.target.Lines;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;

/// The training loop with each step in its place, and the dry run.
final class TrainingCode {
    private final Document document;
    private final Schedule schedule;
    private final Lines lines;
    private final boolean plateau;
    private final boolean accumulates;

    TrainingCode(Document document, Schedule schedule, Lines lines) {
        this.document = document;
        this.schedule = schedule;
        this.lines = lines;
        this.plateau = schedule.stages().getLast().scheduler() instanceof ReduceLROnPlateau
                && schedule.stages().getLast().isInForce();
        this.accumulates = document.training().accumulation().count().orElse(1) > 1;
    }

    void write() {
        writeTrain();
        writeDryRun();
        lines.blank(2).add("if __name__ == \"__main__\":").indent().add("dry_run()").outdent();
    }

    private void writeTrain() {
        boolean groups = !document.optimizer().groups().isEmpty();
        boolean perBatch = schedule.run().stepOn() == StepUnit.BATCH;
        String params = groups ? "groups" : "model.parameters()";
        String evaluate = plateau && !perBatch ? ", evaluate" : "";
        lines.blank(2).add("def train(model, " + (groups ? "groups, " : "") + "loader, loss_fn" + evaluate + "):").indent();
        lines.add("\"\"\"A training loop with every step in its place.\"\"\"");
        lines.add("optimizer = build_optimizer(" + params + ")");
        lines.add("scheduler = build_scheduler(optimizer)");
        if (schedule.run().epochs().isPresent()) {
            lines.add("for epoch in range(EPOCHS):").indent();
        } else {
            lines.add("steps = 0").add("while steps < TOTAL_STEPS:").indent();
        }
        lines.add("model.train()");
        writeBatches(perBatch);
        if (!perBatch) {
            lines.add("scheduler.step(" + (plateau ? "evaluate(model)" : "") + ")");
        }
        lines.outdent().outdent();
    }

    private void writeBatches(boolean perBatch) {
        lines.add(accumulates
                ? "for i, (inputs, targets) in enumerate(loader, start=1):"
                : "for inputs, targets in loader:");
        lines.indent().add("loss = loss_fn(model(inputs), targets)");
        lines.add(accumulates ? "(loss / ACCUMULATION).backward()" : "loss.backward()");
        if (accumulates) {
            lines.add("if i % ACCUMULATION:").indent().add("continue").outdent();
        }
        if (!document.training().clipGradNorm().isBlank()) {
            lines.add("torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP_GRAD_NORM)");
        }
        lines.add("optimizer.step()").add("optimizer.zero_grad()");
        if (perBatch) {
            lines.add("scheduler.step(" + (plateau ? "loss.item()" : "") + ")");
        }
        if (schedule.run().epochs().isEmpty()) {
            lines.add("steps += 1").add("if steps == TOTAL_STEPS:").indent().add("break").outdent();
        }
        lines.outdent();
    }

    private void writeDryRun() {
        lines.blank(2).add("def dry_run() -> None:").indent();
        lines.add("\"\"\"Prints the learning rates of the whole run; needs no model.\"\"\"");
        writeDummies();
        lines.add("scheduler = build_scheduler(optimizer)");
        lines.add("for step in range(TOTAL_STEPS):").indent();
        lines.add("print(step, *(group[\"lr\"] for group in optimizer.param_groups))");
        lines.add("optimizer.step()");
        lines.add(plateau ? "scheduler.step(0.0)  # a metric that never changes" : "scheduler.step()").outdent().outdent();
    }

    private void writeDummies() {
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
