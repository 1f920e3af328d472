package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.ArgumentParser;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Methods of optimizers, schedulers, parsers of arguments, lists, dictionaries and texts.
final class Methods {
    private final Reading reading;
    private final ParserMethods parsers = new ParserMethods();

    Methods(Interpreter interpreter) {
        this.reading = interpreter.reading();
    }

    PyValue call(PyValue.Method method, Arguments arguments, Expr.Call site) {
        return switch (method.object()) {
            case OptimizerValue optimizer -> ofOptimizer(optimizer, method.name(), arguments, site);
            case PyValue.GroupsOf groups -> ofGroups(groups, method.name(), arguments, site);
            case SchedulerValue scheduler -> ofScheduler(scheduler, method.name(), arguments, site);
            case ArgumentParser parser -> parsers.call(parser, method.name(), arguments, site);
            case PyValue.Items list -> ofList(list, method.name(), arguments, site);
            case PyValue.Dict dict -> ofDict(dict, method.name(), arguments, site);
            case PyValue.Text(String text) -> ofText(text, method.name(), arguments, site);
            default -> Unknown.at(site.at());
        };
    }

    private PyValue ofOptimizer(OptimizerValue optimizer, String name, Arguments arguments, Expr.Call site) {
        switch (name) {
            case "step" -> reading.record(Event.Kind.OPTIMIZER_STEP, optimizer, site.at(), arguments.positional());
            case "add_param_group" -> {
                if (arguments.get(0, "param_group").orElse(null) instanceof PyValue.Dict group) {
                    optimizer.added().add(group);
                }
            }
            default -> { }
        }
        return Unknown.at(site.at());
    }

    /// `group.update(lr=…)` and `group.update({"lr": …})` set the learning rate.
    private PyValue ofGroups(PyValue.GroupsOf groups, String name, Arguments arguments, Expr.Call site) {
        var entries = arguments.get(0, "").orElse(null) instanceof PyValue.Dict dict ? dict.entries() : arguments.named();
        if (name.equals("update") && entries.containsKey("lr")) {
            reading.record(Event.Kind.SET_LR, groups.optimizer(), site.at(), List.of(entries.get("lr"), groups));
        }
        return Unknown.at(site.at());
    }

    private PyValue ofScheduler(SchedulerValue scheduler, String name, Arguments arguments, Expr.Call site) {
        boolean inUpdates = scheduler.arguments().named("t_in_epochs").flatMap(Truth::of).map(inEpochs -> !inEpochs).orElse(false);
        boolean hasBoth = scheduler.arguments().named("t_in_epochs").isPresent() || name.equals("step_update") && scheduler.type().isPresent();
        boolean steps = hasBoth ? name.equals(inUpdates ? "step_update" : "step") : name.equals("step") || name.equals("step_update");
        if (steps) {
            List<PyValue> all = new ArrayList<>(arguments.positional());
            all.addAll(arguments.named().values());
            reading.record(Event.Kind.SCHEDULER_STEP, scheduler, site.at(), all);
        }
        return Unknown.at(site.at());
    }

    private static PyValue ofList(PyValue.Items list, String name, Arguments arguments, Expr.Call site) {
        switch (name) {
            case "append" -> arguments.get(0, "").ifPresent(list.items()::add);
            case "extend" -> {
                if (arguments.get(0, "").orElse(null) instanceof PyValue.Items(List<PyValue> more)) {
                    list.items().addAll(List.copyOf(more));
                }
            }
            case "copy" -> {
                return PyValue.Items.of(list.items());
            }
            case "parse_args_into_dataclasses" -> {
                return list;
            }
            default -> {
                return Unknown.at(site.at());
            }
        }
        return new PyValue.Nothing();
    }

    private static PyValue ofDict(PyValue.Dict dict, String name, Arguments arguments, Expr.Call site) {
        return switch (name) {
            case "get", "pop" -> {
                PyValue found = arguments.get(0, "").map(key -> dict.entries().get(Members.key(key))).orElse(null);
                yield found == null ? arguments.get(1, "default").orElse(new PyValue.Nothing()) : found;
            }
            case "items" -> PyValue.Items.of(dict.entries().entrySet().stream()
                    .map(entry -> PyValue.Items.of(List.of(new PyValue.Text(entry.getKey()), entry.getValue())))
                    .toList());
            case "values" -> PyValue.Items.of(List.copyOf(dict.entries().values()));
            case "keys" -> PyValue.Items.of(dict.entries().keySet().stream().map(PyValue.Text::new).toList());
            case "update" -> {
                if (arguments.get(0, "").orElse(null) instanceof PyValue.Dict more) {
                    dict.entries().putAll(more.entries());
                }
                dict.entries().putAll(arguments.named());
                yield new PyValue.Nothing();
            }
            case "copy" -> {
                var copy = new PyValue.Dict();
                copy.entries().putAll(dict.entries());
                yield copy;
            }
            default -> Unknown.at(site.at());
        };
    }

    private static PyValue ofText(String text, String name, Arguments arguments, Expr.Call site) {
        return switch (name) {
            case "lower" -> new PyValue.Text(text.toLowerCase(Locale.ROOT));
            case "upper" -> new PyValue.Text(text.toUpperCase(Locale.ROOT));
            case "strip" -> new PyValue.Text(text.strip());
            case "split" -> PyValue.Items.of(List.of(text.split(text.contains(",") ? "," : "\\s+")).stream()
                    .map(PyValue.Text::new)
                    .toList());
            case "startswith" -> affix(text, arguments, site, true);
            case "endswith" -> affix(text, arguments, site, false);
            case "replace" -> arguments.positional().size() >= 2
                            && arguments.positional().get(0) instanceof PyValue.Text(String from)
                            && arguments.positional().get(1) instanceof PyValue.Text(String to)
                    ? new PyValue.Text(text.replace(from, to))
                    : Unknown.at(site.at());
            case "isdigit" -> Quantity.truth(text.matches("\\d+"));
            default -> Unknown.at(site.at());
        };
    }

    /// With one affix or any of several.
    private static PyValue affix(String text, Arguments arguments, Expr.Call site, boolean isPrefix) {
        PyValue given = arguments.get(0, "").orElse(new PyValue.Nothing());
        List<PyValue> affixes = given instanceof PyValue.Items(List<PyValue> items) ? items : List.of(given);
        return affixes.stream().allMatch(PyValue.Text.class::isInstance)
                ? Quantity.truth(affixes.stream()
                        .map(affix -> ((PyValue.Text) affix).text())
                        .anyMatch(affix -> isPrefix ? text.startsWith(affix) : text.endsWith(affix)))
                : Unknown.at(site.at());
    }
}
