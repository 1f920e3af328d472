package dev.annealer.export.python;

import dev.annealer.document.Document;
import dev.annealer.document.Numbers;
import dev.annealer.export.target.ExportInput;
import dev.annealer.export.target.Lines;
import dev.annealer.schedule.CosineAnnealingLR;
import dev.annealer.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;

/// Writes one module of Optax, section by section.
final class OptaxModule {
    private static final String TABULATED =
            """
            def tabulated(learning_rate, steps: int) -> optax.Schedule:
                \"""A schedule out of a function of the step that JAX can't trace.\"""
                table = jnp.asarray([learning_rate(k) for k in range(steps)])
                return lambda count: table[jnp.minimum(count, steps - 1)]
            """;

    private final ExportInput input;
    private final Document document;
    private final Schedule schedule;
    private final RunConstants constants;
    private final List<StageCode> codes;
    private final boolean byGroup;
    private final Lines body = new Lines();

    OptaxModule(ExportInput input) {
        this.input = input;
        this.document = input.document();
        this.schedule = input.schedule();
        this.constants = RunConstants.of(document, schedule);
        this.codes = constants.codes();
        this.byGroup = ClosedForms.needGroup(codes);
    }

    String write() {
        List<StageCode> tables = codes.stream().filter(code -> !isNative(code)).toList();
        var lambdas = new Lambdas(body);
        tables.forEach(lambdas::write);
        var forms = new ClosedForms(body, byGroup);
        tables.forEach(code -> forms.write(code.stage().scheduler(), code));
        if (!tables.isEmpty()) {
            body.blank(2).add(TABULATED.stripTrailing());
        }
        writeSchedule();
        new OptaxOptimizer(document, schedule, byGroup, constants.stepsByEpoch(), body).write();
        String text = body.toString();
        var others = new ArrayList<String>();
        if (text.contains("jnp.")) {
            others.add("import jax.numpy as jnp");
        }
        others.add("import optax");
        String own = "LR = " + Numbers.format(schedule.groups().getFirst().baseLr())
                + (schedule.groups().size() > 1 ? "  # of the first group" : "") + "\n";
        return ModuleHeader.write(input, "optax", notes()) + ModuleHeader.imports(text, others) + constants.write(text)
                + OptaxOptimizer.constants(document, text) + own + body;
    }

    private List<String> notes() {
        return schedule.cyclesMomentum() ? List.of("The document's cycle of momentum is left out.") : List.of();
    }

    /// A base LR of 0 has no `eta_min / base_lr`.
    private boolean isNative(StageCode code) {
        boolean divides = code.stage().scheduler() instanceof CosineAnnealingLR cosine && cosine.etaMin() != 0;
        boolean zero = schedule.groups().stream().anyMatch(group -> group.baseLr() == 0);
        return OptaxSchedules.isNative(code.stage()) && !(divides && zero);
    }

    private void writeSchedule() {
        var parameters = new ArrayList<String>(List.of("base_lr: float = LR"));
        if (byGroup) {
            parameters.add("group: int = 0");
        }
        if (constants.stepsByEpoch()) {
            parameters.add("updates_per_epoch: int = 1");
        }
        PythonText.bracketed(body.blank(2), "def build_schedule", "(", parameters, ") -> optax.Schedule:");
        body.indent();
        if (constants.stepsByEpoch()) {
            body.add("\"\"\"Optax counts updates, and this schedule counts epochs.\"\"\"");
        }
        String before = constants.stepsByEpoch() ? "schedule = " : "return ";
        if (codes.size() == 1) {
            writeStage(codes.getFirst(), before);
        } else {
            codes.forEach(code -> writeStage(code, code.name() + " = "));
            List<String> names = codes.stream().map(StageCode::name).toList();
            List<String> starts = codes.stream().skip(1).map(StageCode::start).toList();
            writeJoin(before, names, starts);
        }
        if (constants.stepsByEpoch()) {
            body.add("return lambda count: schedule(count // updates_per_epoch)");
        }
        body.outdent();
    }

    private void writeJoin(String before, List<String> names, List<String> starts) {
        String oneLine = before + "optax.join_schedules(" + PythonText.list(names) + ", boundaries=" + PythonText.list(starts) + ")";
        if (body.column() + oneLine.length() <= PythonText.WIDTH) {
            body.add(oneLine);
            return;
        }
        body.add(before + "optax.join_schedules(").indent();
        PythonText.bracketedItem(body, "[", names, "]");
        PythonText.bracketedItem(body, "boundaries=[", starts, "]");
        body.outdent().add(")");
    }

    private void writeStage(StageCode code, String before) {
        if (isNative(code)) {
            OptaxSchedules.Call call = OptaxSchedules.call(code);
            PythonText.bracketed(body, before + call.function(), "(", call.arguments(), ")");
            return;
        }
        String function = "lambda k: " + code.function() + "(k, base_lr" + (byGroup ? ", group)" : ")");
        String steps = code.steps(code.stage().stepsInForce());
        PythonText.bracketed(body, before + "tabulated", "(", List.of(function, steps), ")");
    }
}
