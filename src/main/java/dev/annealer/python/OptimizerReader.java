package dev.annealer.python;

import dev.annealer.document.Input;
import dev.annealer.document.Optimizer;
import dev.annealer.document.ParamGroup;
import dev.annealer.python.syntax.Spot;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An optimizer of a script as that of a document.
final class OptimizerReader {
    /// What PyTorch takes where no learning rate is given.
    private static final Map<String, Double> STANDARD_LR = Map.of(
            "RMSprop", 1e-2, "Adagrad", 1e-2, "ASGD", 1e-2, "Rprop", 1e-2, "Adadelta", 1.0, "LBFGS", 1.0, "Adamax", 2e-3,
            "NAdam", 2e-3);
    private static final double OTHER_LR = 1e-3;

    private final Notes notes;
    private final OptimizerValue source;

    OptimizerReader(Notes notes, OptimizerValue source) {
        this.notes = notes;
        this.source = source;
    }

    Optimizer read() {
        Input lr = number("lr").orElseGet(() -> Input.of(STANDARD_LR.getOrDefault(source.type(), OTHER_LR)));
        return new Optimizer(
                source.type(),
                lr,
                number("weight_decay").orElse(Input.NONE),
                number("momentum").orElse(Input.NONE),
                argument("nesterov").flatMap(Notes::known).map(on -> on != 0).orElse(null),
                betas(),
                groups(lr));
    }

    private Optional<PyValue> argument(String name) {
        return Signatures.argument(source.type(), source.arguments(), name).filter(value -> !(value instanceof PyValue.Nothing));
    }

    private Optional<Input> number(String name) {
        return argument(name).map(value -> Input.of(notes.number(value, at(), name)));
    }

    private Spot at() {
        return source.at();
    }

    private Optimizer.Betas betas() {
        return argument("betas").orElse(null) instanceof PyValue.Items(List<PyValue> pair) && pair.size() == 2
                ? new Optimizer.Betas(beta(pair.get(0)), beta(pair.get(1)))
                : null;
    }

    private Input beta(PyValue value) {
        return Input.of(notes.number(value, at(), "betas"));
    }

    private List<ParamGroup> groups(Input lr) {
        var dicts = new ArrayList<PyValue.Dict>();
        if (argument("params").orElse(null) instanceof PyValue.Items(List<PyValue> items)) {
            items.stream().filter(PyValue.Dict.class::isInstance).map(PyValue.Dict.class::cast).forEach(dicts::add);
        }
        boolean plain = dicts.isEmpty() && !source.added().isEmpty();
        dicts.addAll(source.added());
        var names = new GroupNames();
        var groups = new ArrayList<ParamGroup>();
        if (plain) {
            groups.add(new ParamGroup(names.next("parameters"), lr, Input.NONE));
        }
        for (PyValue.Dict dict : dicts) {
            groups.add(new ParamGroup(
                    names.next(dict), entry(dict, "lr").orElse(lr), entry(dict, "weight_decay").orElse(Input.NONE)));
        }
        return groups;
    }

    private Optional<Input> entry(PyValue.Dict dict, String key) {
        return Optional.ofNullable(dict.entries().get(key))
                .filter(value -> !(value instanceof PyValue.Nothing))
                .map(value -> Input.of(notes.number(value, at(), key)));
    }
}
