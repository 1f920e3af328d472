package dev.annealer.python;

import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import dev.annealer.python.interpreter.Interpreter;
import dev.annealer.python.interpreter.TorchNames;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A scheduler of a script, with those in it, as the stages of a document.
final class ChainReader {
    private static final Set<String> INTRUDING = Set.of("OneCycleLR", "CyclicLR", "MultiplicativeLR");

    private final Notes notes;
    private final Map<String, PyValue> answers;
    private final List<Double> baseLrs;
    private final SchedulerReader schedulers;
    private int converted;

    /// @param baseLrs of the optimizer's groups
    ChainReader(Notes notes, Map<String, PyValue> answers, List<Double> baseLrs) {
        this.notes = notes;
        this.answers = answers;
        this.baseLrs = List.copyOf(baseLrs);
        this.schedulers = new SchedulerReader(notes, answers);
    }

    /// How many schedulers were carried over.
    int converted() {
        return converted;
    }

    List<Stage> stages(SchedulerValue source) {
        return source.name().equals("SequentialLR") ? sequence(source) : List.of(new Stage(spec(source), Input.NONE));
    }

    private List<Stage> sequence(SchedulerValue source) {
        List<PyValue> members = items(source, "schedulers");
        List<PyValue> milestones = items(source, "milestones");
        noteWhatRunsOtherwise(source, members);
        var stages = new ArrayList<Stage>();
        double start = 0;
        for (int i = 0; i < members.size(); i++) {
            Input length = Input.NONE;
            if (i < members.size() - 1) {
                PyValue milestone = i < milestones.size() ? milestones.get(i) : new Unknown(List.of());
                double end = notes.number(milestone, source.at(), "milestones of SequentialLR");
                length = Input.of(end - start);
                start = end;
            }
            stages.add(new Stage(member(members.get(i), source), length));
        }
        return stages;
    }

    /// Some schedulers set the optimizer's own learning rate, or start from the one that is in force, so that those beside them in
    /// PyTorch's `SequentialLR` don't start from the base LR.
    private void noteWhatRunsOtherwise(SchedulerValue source, List<PyValue> members) {
        if (!TorchNames.isScheduler(source.path())) {
            return;
        }
        for (PyValue member : members) {
            if (member instanceof SchedulerValue inner && INTRUDING.contains(inner.name())) {
                notes.remark(inner.at().line(), inner.name() + " in PyTorch's SequentialLR changes the learning rate that the stages around it "
                        + "start from; in the document every stage starts from the optimizer's, so that the two differ");
            }
        }
    }

    private List<PyValue> items(SchedulerValue source, String name) {
        Optional<PyValue> list = Signatures.argument(source.name(), source.arguments(), name);
        if (list.orElse(null) instanceof PyValue.Items(List<PyValue> items)) {
            return items;
        }
        notes.fail(source.at().line(), name + " of " + source.name() + " is no list that could be read");
        return List.of();
    }

    private SchedulerSpec member(PyValue value, SchedulerValue outer) {
        if (value instanceof SchedulerValue inner && !inner.name().equals("SequentialLR")) {
            return spec(inner);
        }
        notes.fail(outer.at().line(), value instanceof SchedulerValue
                ? "a SequentialLR in a SequentialLR has no counterpart in a document"
                : "a scheduler in " + outer.name() + " could not be found");
        return standIn();
    }

    private SchedulerSpec spec(SchedulerValue source) {
        if (source.name().equals("ChainedScheduler")) {
            List<SchedulerSpec> members = items(source, "schedulers").stream().map(member -> member(member, source)).toList();
            return SchedulerSpec.of(SchedulerType.CHAINED_SCHEDULER).with("schedulers", new Value.Members(members));
        }
        int before = notes.failures().size();
        Optional<SchedulerSpec> spec = source.type().isEmpty()
                ? schedulers.read(source)
                : custom(source).map(ChainReader::lambda);
        if (spec.isPresent()) {
            converted++;
            return spec.get();
        }
        if (notes.failures().size() == before) {
            notes.fail(source.at().line(), SchedulerType.named(source.name()).isPresent()
                    ? source.name() + " can't be read before what the script does not say is answered"
                    : source.type().isPresent()
                    ? source.name() + " computes its learning rate in a way that an expression of a document can't say"
                    : source.name() + " is neither PyTorch's nor in this script, so that what it does is not known: paste its class in front, or "
                            + "say it with one of PyTorch's schedulers");
        }
        return standIn();
    }

    /// A class of the script, by its `get_lr`.
    private Optional<LambdaReader.Formula> custom(SchedulerValue source) {
        if (source.type().orElseThrow().find("step") != null) {
            notes.fail(source.at().line(), source.name() + " has a step() of its own, which a document can't say: say it with one of PyTorch's schedulers");
            return Optional.empty();
        }
        List<Quantity> bases = baseLrs.stream().map(FactorReader::baseLr).toList();
        PyValue rates = Interpreter.learningRates(source, bases, Quantity.step(new PyValue.Ticker(null)), answers);
        if (rates instanceof PyValue.Items(List<PyValue> items) && items.size() == baseLrs.size()) {
            items.stream().filter(Unknown.class::isInstance).flatMap(item -> ((Unknown) item).causes().stream()).forEach(cause ->
                    notes.missing(cause.expression(), cause.line(), source.name()));
            return items.stream().allMatch(Quantity.class::isInstance)
                    ? FactorReader.factor(items.stream().map(Quantity.class::cast).toList(), baseLrs)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    static SchedulerSpec lambda(LambdaReader.Formula formula) {
        SchedulerSpec spec = SchedulerSpec.of(SchedulerType.LAMBDA_LR).with("lr_lambda", new Input(formula.text()));
        return formula.constants().byName().isEmpty() ? spec : spec.with("constants", formula.constants());
    }

    private static SchedulerSpec standIn() {
        var values = new LinkedHashMap<String, Value>();
        values.put("factor", Input.of(1));
        return new SchedulerSpec(SchedulerType.CONSTANT_LR, values);
    }
}
