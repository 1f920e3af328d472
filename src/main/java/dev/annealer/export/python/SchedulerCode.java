package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Numbers;
import dev.annealer.document.SchedulerType;
import dev.annealer.export.target.Lines;
import dev.annealer.schedule.ChainedScheduler;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `build_scheduler`, and the classes that it needs.
final class SchedulerCode {
    private final Plan plan;
    private final Document document;
    private final Schedule schedule;
    private final String total;
    private final Lines lines;
    private final Set<String> imports;
    private final NativeSchedulers natives;
    private final ChainDescription description;

    /// @param total the constant that holds N
    SchedulerCode(Plan plan, Document document, Schedule schedule, String total, Lines lines, Set<String> imports) {
        this.plan = plan;
        this.document = document;
        this.schedule = schedule;
        this.total = total;
        this.lines = lines;
        this.imports = imports;
        this.natives = new NativeSchedulers(KnownOptimizer.momentumOf(document.optimizer().type()));
        this.description = new ChainDescription(document, natives);
    }

    void write() {
        switch (plan) {
            case Plan.Alone(StageCode code) -> writeAlone(code);
            case Plan.Sequence(List<StageCode> codes) -> writeSequence(codes);
            case Plan.Computed(List<StageCode> codes, String reason) -> writeComputed(codes, reason);
            case Plan.ThenPlateau(List<StageCode> before, StageCode code, ReduceLROnPlateau plateau) ->
                writeThenPlateau(before, code, plateau);
        }
    }

    private void begin() {
        lines.blank(2).add("def build_scheduler(optimizer: torch.optim.Optimizer):").indent();
    }

    private void writeAlone(StageCode code) {
        begin();
        Scheduler scheduler = code.stage().scheduler();
        if (scheduler instanceof ChainedScheduler chained) {
            writeChained(chained, code);
        } else {
            writeConstructor("return ", scheduler, code);
        }
        lines.outdent();
    }

    private void writeChained(ChainedScheduler chained, StageCode code) {
        imports.add("ChainedScheduler");
        lines.add("members = [").indent();
        List<SchedulerType> types = ChainDescription.memberTypes(document, code);
        for (int i = 0; i < chained.members().size(); i++) {
            String name = types.get(i).pytorchName();
            imports.add(name);
            var arguments = new ArrayList<>(List.of("optimizer"));
            Scheduler member = chained.members().get(i);
            arguments.addAll(description.memberArguments(member, i, code));
            PythonText.bracketedItem(lines, name + "(", arguments, ")");
        }
        lines.outdent().add("]").add("return ChainedScheduler(members)");
    }

    private void writeConstructor(String before, Scheduler scheduler, StageCode code) {
        String name = code.type().pytorchName();
        imports.add(name);
        var arguments = new ArrayList<>(List.of("optimizer"));
        arguments.addAll(natives.arguments(scheduler, code));
        PythonText.bracketed(lines, before + name, "(", arguments, ")");
    }

    private void writeSequence(List<StageCode> codes) {
        imports.add("SequentialLR");
        begin();
        for (StageCode code : codes) {
            writeConstructor(code.name() + " = ", code.stage().scheduler(), code);
        }
        List<String> schedulers = codes.stream().map(StageCode::name).toList();
        List<String> milestones = codes.stream().skip(1).map(StageCode::start).toList();
        var arguments =
                List.of("optimizer", "schedulers=" + PythonText.list(schedulers), "milestones=" + PythonText.list(milestones));
        String oneLine = "return SequentialLR(" + String.join(", ", arguments) + ")";
        if (lines.column() + oneLine.length() <= PythonText.WIDTH) {
            lines.add(oneLine);
        } else {
            lines.add("return SequentialLR(").indent().add("optimizer,");
            PythonText.bracketedItem(lines, "schedulers=[", schedulers, "]");
            PythonText.bracketedItem(lines, "milestones=[", milestones, "]");
            lines.outdent().add(")");
        }
        lines.outdent();
    }

    private void writeDispatch(List<StageCode> codes) {
        boolean byGroup = ClosedForms.needGroup(codes);
        String group = byGroup ? ", group: int" : "";
        lines.blank(2).add("def learning_rate(step: int, base_lr: float" + group + ") -> float:").indent();
        lines.add("\"\"\"The learning rate in force during a scheduler step.\"\"\"");
        for (int i = 0; i < codes.size(); i++) {
            StageCode code = codes.get(i);
            List<String> arguments =
                    byGroup ? List.of(code.localStep(), "base_lr", "group") : List.of(code.localStep(), "base_lr");
            writeCase(codes, i, code.function(), arguments);
        }
        lines.outdent();
    }

    /// @param arguments those of a call; none where `value` is no function
    private void writeCase(List<StageCode> codes, int i, String value, List<String> arguments) {
        boolean last = i == codes.size() - 1;
        if (!last) {
            lines.add("if step < " + codes.get(i + 1).start() + ":").indent();
        }
        if (arguments.isEmpty()) {
            lines.add("return " + value);
        } else {
            PythonText.bracketed(lines, "return " + value, "(", arguments, ")");
        }
        if (!last) {
            lines.outdent();
        }
    }

    private void writeMomentum(List<StageCode> codes) {
        lines.blank(2).add("def momentum(step: int) -> float:").indent();
        lines.add("\"\"\"The momentum (for Adam and its like the first beta) in force during a step.\"\"\"");
        boolean needsBuffer = OptimizerCode.className(document.optimizer()).equals("RMSprop");
        double value = schedule.optimizerMomentum().orElse(0);
        // RMSprop makes room for its momentum at its first step, and only where it has any.
        String own = value == 0 && needsBuffer ? "1e-30  # not 0, for which RMSprop would keep no buffer" : Numbers.format(value);
        for (int i = 0; i < codes.size(); i++) {
            StageCode code = codes.get(i);
            boolean cycles = code.stage().scheduler().momentum(0).isPresent();
            writeCase(codes, i, cycles ? code.momentumFunction() : own, cycles ? List.of(code.localStep()) : List.of());
        }
        lines.outdent();
    }

    private static boolean cyclesMomentum(List<StageCode> codes) {
        return codes.stream().anyMatch(code -> code.stage().scheduler().momentum(0).isPresent());
    }

    private void writeComputed(List<StageCode> codes, String reason) {
        imports.add("LambdaLR");
        writeDispatch(codes);
        boolean cycles = cyclesMomentum(codes);
        if (cycles) {
            writeMomentum(codes);
        }
        lines.blank(2);
        lines.add("class ComputedLR(LambdaLR):").indent();
        lines.add("\"\"\"Sets the learning rates that `learning_rate` gives: those of this chain.");
        description.write(lines, codes);
        lines.add(reason + ".");
        lines.add("A LambdaLR because the base of all schedulers changed its name in PyTorch 2.").add("\"\"\"").blank();
        lines.add("def __init__(self, optimizer: torch.optim.Optimizer):").indent();
        lines.add("super().__init__(optimizer, lr_lambda=lambda step: 1.0)").outdent().blank();
        lines.add("def get_lr(self) -> list:").indent();
        lines.add("step = min(self.last_epoch, " + total + " - 1)  # the run ends with a step()");
        if (cycles) {
            writeSetMomentum();
        }
        if (ClosedForms.needGroup(codes)) {
            lines.add("return [").indent();
            lines.add("learning_rate(step, base_lr, group)");
            lines.add("for group, base_lr in enumerate(self.base_lrs)").outdent().add("]");
        } else {
            lines.add("return [learning_rate(step, base_lr) for base_lr in self.base_lrs]");
        }
        lines.outdent().outdent();
        begin();
        lines.add("return ComputedLR(optimizer)").outdent();
    }

    private void writeSetMomentum() {
        lines.add("for group in self.optimizer.param_groups:").indent();
        lines.add("if \"betas\" in group:").indent();
        lines.add("group[\"betas\"] = (momentum(step), *group[\"betas\"][1:])").outdent();
        lines.add("else:").indent();
        lines.add("group[\"momentum\"] = momentum(step)").outdent().outdent();
    }

    private void writeThenPlateau(List<StageCode> before, StageCode code, ReduceLROnPlateau plateau) {
        imports.add("ReduceLROnPlateau");
        writeDispatch(before);
        boolean cycles = cyclesMomentum(before);
        if (cycles) {
            writeMomentum(before);
        }
        lines.blank(2);
        lines.add("class ThenPlateau(ReduceLROnPlateau):").indent();
        lines.add("\"\"\"Sets the learning rates that `learning_rate` gives, and then is a plateau.");
        var all = new ArrayList<>(before);
        all.add(code);
        description.write(lines, all);
        lines.add("PyTorch's SequentialLR can't pass a metric on.").add("\"\"\"").blank();
        lines.add("start = " + code.start()).blank();
        lines.add("def __init__(self, optimizer: torch.optim.Optimizer, **settings):").indent();
        lines.add("super().__init__(optimizer, **settings)");
        lines.add("self.base_lrs = [group[\"lr\"] for group in optimizer.param_groups]");
        if (cycles) {
            lines.add("self.own_momentum = [self._momentum(group) for group in optimizer.param_groups]");
        }
        lines.add("self.steps_done = 0");
        lines.add("self._set_learning_rates()").outdent().blank();
        lines.add("def step(self, metrics, epoch=None):").indent();
        lines.add("self.steps_done += 1");
        lines.add("if self.steps_done > self.start:").indent();
        lines.add("super().step(metrics, epoch)").outdent();
        lines.add("else:").indent();
        lines.add("self._set_learning_rates()").outdent().outdent().blank();
        writeSetLearningRates(cycles, ClosedForms.needGroup(before));
        lines.outdent();
        begin();
        PythonText.bracketed(
                lines, "return ThenPlateau", "(", withOptimizer(NativeSchedulers.plateau(plateau.settings())), ")");
        lines.outdent();
    }

    private static List<String> withOptimizer(List<String> arguments) {
        var all = new ArrayList<>(List.of("optimizer"));
        all.addAll(arguments);
        return all;
    }

    private void writeSetLearningRates(boolean cycles, boolean byGroup) {
        lines.add("def _set_learning_rates(self):").indent();
        lines.add("step, over = self.steps_done, self.steps_done >= self.start");
        lines.add("for i, group in enumerate(self.optimizer.param_groups):").indent();
        lines.add("base_lr = self.base_lrs[i]");
        lines.add("group[\"lr\"] = base_lr if over else learning_rate(step, base_lr" + (byGroup ? ", i)" : ")"));
        if (cycles) {
            lines.add("value = self.own_momentum[i] if over else momentum(step)");
            lines.add("if \"betas\" in group:").indent();
            lines.add("group[\"betas\"] = (value, *group[\"betas\"][1:])").outdent();
            lines.add("else:").indent();
            lines.add("group[\"momentum\"] = value").outdent();
        }
        lines.outdent();
        lines.add("self._last_lr = [group[\"lr\"] for group in self.optimizer.param_groups]").outdent();
        if (cycles) {
            lines.blank().add("@staticmethod").add("def _momentum(group: dict) -> float:").indent();
            lines.add("return group[\"betas\"][0] if \"betas\" in group else group[\"momentum\"]").outdent();
        }
    }
}
