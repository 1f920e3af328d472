package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import dev.annealer.export.target.Lines;
import dev.annealer.schedule.ChainedScheduler;
import dev.annealer.schedule.MultiplicativeLR;
import dev.annealer.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;

/// Says in the documentation of an exported class which of PyTorch's schedulers it stands for, as calls of their constructors:
/// people read there what the formulas are, and the import of scripts reads it back.
final class ChainDescription {
    private final Document document;
    private final NativeSchedulers natives;

    ChainDescription(Document document, NativeSchedulers natives) {
        this.document = document;
        this.natives = natives;
    }

    /// A line for each stage: `from step WARMUP_STEPS: OneCycleLR(optimizer, max_lr=0.2, total_steps=950)`.
    void write(Lines lines, List<StageCode> codes) {
        lines.blank();
        codes.forEach(code -> lines.add("from step " + code.start() + ": " + constructor(code)));
        lines.blank();
    }

    private String constructor(StageCode code) {
        return code.stage().scheduler() instanceof ChainedScheduler chained
                ? "ChainedScheduler([" + String.join(", ", members(chained, code)) + "])"
                : call(code.type(), natives.arguments(code.stage().scheduler(), code));
    }

    private List<String> members(ChainedScheduler chained, StageCode code) {
        List<SchedulerType> types = memberTypes(document, code);
        var calls = new ArrayList<String>();
        for (int i = 0; i < chained.members().size(); i++) {
            calls.add(call(types.get(i), memberArguments(chained.members().get(i), i, code)));
        }
        return calls;
    }

    /// The types of a `ChainedScheduler`'s members.
    static List<SchedulerType> memberTypes(Document document, StageCode code) {
        var members = (Value.Members) document.schedule()
                .stages()
                .get(code.stage().index())
                .scheduler()
                .value("schedulers")
                .orElseThrow();
        return members.schedulers().stream().map(member -> member.type()).toList();
    }

    /// The arguments after the optimizer of a `ChainedScheduler`'s member.
    List<String> memberArguments(Scheduler member, int position, StageCode code) {
        return member instanceof MultiplicativeLR
                ? List.of("lr_lambda=" + ClosedForms.memberName(code, position) + "_factor")
                : natives.arguments(member, code);
    }

    private static String call(SchedulerType type, List<String> arguments) {
        var all = new ArrayList<>(List.of("optimizer"));
        all.addAll(arguments);
        return type.pytorchName() + "(" + String.join(", ", all) + ")";
    }
}
