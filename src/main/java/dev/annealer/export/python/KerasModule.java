package dev.annealer.export.python;

import dev.annealer.document.Numbers;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Lines;
import dev.annealer.export.target.PlainText;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;

/// Writes one module of Keras: the formulas of its stages and the class around them.
final class KerasModule {
    private static final String LOOK_UP =
            """
            def look_up(table: list, k):
                \"""The learning rate at step k of a stage that has no formula of tensors.\"""
                index = ops.cast(ops.minimum(k, len(table) - 1), "int32")
                return ops.take(ops.convert_to_tensor(table, "float32"), index)
            """;

    private final ExportInput input;
    private final Schedule schedule;
    private final RunConstants constants;
    private final List<StageCode> codes;
    private final boolean byGroup;
    private final boolean byEpoch;
    private final Lines body = new Lines();

    KerasModule(ExportInput input) {
        this.input = input;
        this.schedule = input.schedule();
        this.constants = RunConstants.of(input.document(), schedule);
        this.codes = constants.codes();
        this.byGroup = ClosedForms.needGroup(codes);
        this.byEpoch = constants.stepsByEpoch();
    }

    String write() {
        var forms = new KerasForms(body);
        var lambdas = new Lambdas(body);
        var tables = new ClosedForms(body, byGroup);
        for (StageCode code : codes) {
            if (KerasForms.isNative(code.stage())) {
                forms.write(code);
            } else {
                lambdas.write(code);
                tables.write(code.stage().scheduler(), code);
            }
        }
        if (!codes.stream().map(StageCode::stage).allMatch(KerasForms::isNative)) {
            body.blank(2).add(LOOK_UP.stripTrailing());
        }
        writeClass();
        String text = body.toString();
        String lr = "LR = " + Numbers.format(schedule.groups().getFirst().baseLr())
                + (schedule.groups().size() > 1 ? "  # of the first group" : "") + "\n";
        return ModuleHeader.write(input, "keras", notes())
                + ModuleHeader.imports(text, List.of("import keras", "from keras import ops"))
                + constants.write(text) + lr + body;
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        if (schedule.groups().size() > 1) {
            notes.add("Keras knows no param groups: one schedule for each group's optimizer.");
            String groups = String.join(", ", schedule.groups().stream().map(KerasModule::described).toList());
            if (groups.length() < PythonText.WIDTH) {
                notes.add(groups);
            }
        }
        if (schedule.cyclesMomentum()) {
            notes.add("The document's cycle of momentum is left out: optimizers of Keras keep theirs.");
        }
        return notes;
    }

    private static String described(Group group) {
        return PlainText.of(group.name()) + " " + Numbers.format(group.baseLr());
    }

    private void writeClass() {
        body.blank(2).add("class Schedule(keras.optimizers.schedules.LearningRateSchedule):").indent();
        body.add("\"\"\"The learning rate of each step, in single precision.\"\"\"").blank();
        writeConstructor();
        writeCall();
        writeConfig();
        body.outdent();
    }

    private void writeConstructor() {
        var parameters = new ArrayList<>(List.of("self", "base_lr: float = LR"));
        if (byGroup) {
            parameters.add("group: int = 0");
        }
        if (byEpoch) {
            parameters.add("updates_per_epoch: int = 1");
        }
        body.add("def __init__(" + String.join(", ", parameters) + "):").indent();
        body.add("self.base_lr = base_lr");
        if (byGroup) {
            body.add("self.group = group");
        }
        if (byEpoch) {
            body.add("self.updates_per_epoch = updates_per_epoch  # Keras counts updates");
        }
        for (StageCode code : codes) {
            if (!KerasForms.isNative(code.stage())) {
                String call = code.function() + "(k, base_lr" + (byGroup ? ", group)" : ")");
                String range = " for k in range(" + code.steps(code.stage().stepsInForce()) + ")";
                writeTable("self." + code.name() + "_table = [", call + range);
            }
        }
        body.outdent().blank();
    }

    private void writeTable(String before, String comprehension) {
        if (body.column() + before.length() + comprehension.length() + 1 <= PythonText.WIDTH) {
            body.add(before + comprehension + "]");
        } else {
            body.add(before).indent().add(comprehension).outdent().add("]");
        }
    }

    private void writeCall() {
        body.add("def __call__(self, step):").indent();
        body.add("step = ops.cast(step, \"float32\")");
        if (byEpoch) {
            body.add("step = ops.floor(step / self.updates_per_epoch)");
        }
        writeStage(codes.getFirst(), "lr = ", "");
        for (StageCode code : codes.subList(1, codes.size())) {
            PythonText.bracketed(body, "k = ops.maximum", "(", List.of(code.localStep(), "0"), ")");
            writeStage(code, "later = ", "k");
            PythonText.bracketed(body, "lr = ops.where", "(", List.of("step < " + code.start(), "lr", "later"), ")");
        }
        body.add("return lr").outdent().blank();
    }

    private void writeStage(StageCode code, String before, String local) {
        String k = local.isEmpty() ? "step" : local;
        if (KerasForms.isNative(code.stage())) {
            body.add(before + code.function() + "(" + k + ", self.base_lr)");
            return;
        }
        body.add(before + "look_up(self." + code.name() + "_table, " + k + ")");
    }

    private void writeConfig() {
        var items = new ArrayList<>(List.of("\"base_lr\": self.base_lr"));
        if (byGroup) {
            items.add("\"group\": self.group");
        }
        if (byEpoch) {
            items.add("\"updates_per_epoch\": self.updates_per_epoch");
        }
        body.add("def get_config(self) -> dict:").indent();
        PythonText.bracketed(body, "return ", "{", items, "}");
        body.outdent();
    }
}
