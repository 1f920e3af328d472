package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.KnownOptimizer;
import dev.annealer.document.Numbers;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import dev.annealer.export.target.Lines;
import dev.annealer.schedule.ChainedScheduler;
import dev.annealer.schedule.MultiplicativeLR;
import dev.annealer.schedule.ReduceLROnPlateau;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// `build_scheduler`, and the classes that it needs.
final class SchedulerCode {
    private final Plan plan;
    private final Document document;
    private final Schedule schedule;
    private final Lines lines;
    private final Set<String> imports;
    private final NativeSchedulers natives;

    SchedulerCode(Plan plan, Document document, Schedule schedule, Lines lines, Set<String> imports) {
        this.plan = plan;
        this.document = document;
        this.schedule = schedule;
        this.lines = lines;
        this.imports = imports;
        this.natives = new NativeSchedulers(KnownOptimizer.momentumOf(document.optimizer().type()));
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
        List<SchedulerType> types = memberTypes(code);
        for (int i = 0; i < chained.members().size(); i++) {
            String name = types.get(i).pytorchName();
            imports.add(name);
            var arguments = new ArrayList<>(List.of("optimizer"));
            Scheduler member = chained.members().get(i);
            List<String> own = member instanceof MultiplicativeLR
                    ? List.of("lr_lambda=" + ClosedForms.memberName(code, i) + "_factor")
                    : natives.arguments(member, code.lengthConstant(), code.stage().length(), code);
            arguments.addAll(own);
            PythonText.bracketedItem(lines, name + "(", arguments, ")");
        }
        lines.outdent().add("]").add("return ChainedScheduler(members)");
    }

    private List<SchedulerType> memberTypes(StageCode code) {
        var members = (Value.Members) document.schedule()
                .stages()
                .get(code.stage().index())
                .scheduler()
                .value("schedulers")
                .orElseThrow();
        return members.schedulers().stream().map(member -> member.type()).toList();
    }

    private void writeConstructor(String before, Scheduler scheduler, StageCode code) {
        String name = code.type().pytorchName();
        imports.add(name);
        var arguments = new ArrayList<>(List.of("optimizer"));
        arguments.addAll(natives.arguments(scheduler, code.lengthConstant(), code.stage().length(), code));
        PythonText.bracketed(lines, before + name, "(", arguments, ")");
    }

    private void writeSequence(List<StageCode> codes) {
        imports.add("SequentialLR");
        begin();
        for (StageCode code : codes) {
            writeConstructor(code.name() + " = ", code.stage().scheduler(), code);
        }
        PythonText.bracketed(lines, "schedulers = ", "[", codes.stream().map(StageCode::name).toList(), "]");
        PythonText.bracketed(lines, "milestones = ", "[", milestones(codes), "]");
        lines.add("return SequentialLR(optimizer, schedulers, milestones)").outdent();
    }

    /// The steps at which the second and later stages begin, as sums of lengths.
    private static List<String> milestones(List<StageCode> codes) {
        var milestones = new ArrayList<String>();
        for (int i = 1; i < codes.size(); i++) {
            milestones.add(codes.subList(0, i).stream().map(StageCode::lengthConstant).collect(Collectors.joining(" + ")));
        }
        return milestones.stream().anyMatch(sum -> sum.length() > PythonText.WIDTH - 12)
                ? codes.stream().skip(1).map(code -> Long.toString(code.stage().start())).toList()
                : milestones;
    }

    private void writeDispatch(List<StageCode> codes) {
        lines.blank(2).add("def learning_rate(step: int, base_lr: float, group: int) -> float:").indent();
        lines.add("\"\"\"The learning rate in force during a scheduler step.\"\"\"");
        for (int i = 0; i < codes.size(); i++) {
            StageCode code = codes.get(i);
            String call = "return " + code.function() + "(" + localStep(code) + ", base_lr, group)";
            writeCase(codes, i, call);
        }
        lines.outdent();
    }

    private void writeCase(List<StageCode> codes, int i, String call) {
        if (i == codes.size() - 1) {
            lines.add(call);
            return;
        }
        lines.add("if step < " + codes.get(i + 1).stage().start() + ":").indent();
        lines.add(call).outdent();
    }

    private static String localStep(StageCode code) {
        return code.stage().start() == 0 ? "step" : "step - " + code.stage().start();
    }

    private void writeMomentum(List<StageCode> codes) {
        lines.blank(2).add("def momentum(step: int) -> float:").indent();
        lines.add("\"\"\"The momentum (for Adam and its like the first beta) in force during a step.\"\"\"");
        String own = Numbers.format(schedule.optimizerMomentum().orElse(0));
        for (int i = 0; i < codes.size(); i++) {
            StageCode code = codes.get(i);
            boolean cycles = code.stage().scheduler().momentum(0).isPresent();
            writeCase(codes, i, "return " + (cycles ? code.momentumFunction() + "(" + localStep(code) + ")" : own));
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
        lines.add("\"\"\"Sets the learning rates that `learning_rate` gives.").blank();
        lines.add(reason + ".").add("\"\"\"").blank();
        lines.add("def __init__(self, optimizer: torch.optim.Optimizer):").indent();
        lines.add("super().__init__(optimizer, lr_lambda=lambda step: 1.0)").outdent().blank();
        lines.add("def get_lr(self) -> list:").indent();
        lines.add("step = min(self.last_epoch, TOTAL_STEPS - 1)");
        if (cycles) {
            writeSetMomentum();
        }
        lines.add("return [").indent();
        lines.add("learning_rate(step, base_lr, group)");
        lines.add("for group, base_lr in enumerate(self.base_lrs)").outdent();
        lines.add("]").outdent().outdent();
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
        long start = code.stage().start();
        writeDispatch(before);
        boolean cycles = cyclesMomentum(before);
        if (cycles) {
            writeMomentum(before);
        }
        lines.blank(2);
        lines.add("class ThenPlateau(ReduceLROnPlateau):").indent();
        lines.add("\"\"\"ReduceLROnPlateau from step " + start + " on; before it, `learning_rate` sets the learning rates.").blank();
        lines.add("PyTorch's SequentialLR can't pass a metric on.").add("\"\"\"").blank();
        lines.add("start = " + start).blank();
        lines.add("def __init__(self, optimizer: torch.optim.Optimizer, **settings):").indent();
        lines.add("super().__init__(optimizer, **settings)");
        lines.add("self.base_lrs = [group[\"lr\"] for group in optimizer.param_groups]");
        if (cycles) {
            lines.add("self.own_momentum = [self._momentum(group) for group in optimizer.param_groups]");
        }
        lines.add("self.steps_done = 0");
        lines.add("self._set_learning_rates()").outdent().blank();
        lines.add("def step(self, metrics, *rest):").indent();
        lines.add("self.steps_done += 1");
        lines.add("if self.steps_done > self.start:").indent();
        lines.add("super().step(metrics, *rest)").outdent();
        lines.add("else:").indent();
        lines.add("self._set_learning_rates()").outdent().outdent().blank();
        writeSetLearningRates(cycles);
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

    private void writeSetLearningRates(boolean cycles) {
        lines.add("def _set_learning_rates(self):").indent();
        lines.add("step = self.steps_done");
        lines.add("for i, group in enumerate(self.optimizer.param_groups):").indent();
        lines.add("base_lr = self.base_lrs[i]");
        lines.add("over = step >= self.start");
        lines.add("group[\"lr\"] = base_lr if over else learning_rate(step, base_lr, i)");
        if (cycles) {
            lines.add("value = self.own_momentum[i] if over else momentum(step)");
            lines.add("if \"betas\" in group:").indent();
            lines.add("group[\"betas\"] = (value, *group[\"betas\"][1:])").outdent();
            lines.add("else:").indent();
            lines.add("group[\"momentum\"] = value").outdent();
        }
        lines.outdent().outdent();
        if (cycles) {
            lines.blank().add("@staticmethod").add("def _momentum(group: dict) -> float:").indent();
            lines.add("return group[\"betas\"][0] if \"betas\" in group else group[\"momentum\"]").outdent();
        }
    }
}
