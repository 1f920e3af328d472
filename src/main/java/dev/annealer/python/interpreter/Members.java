package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.ArgumentParser;
import dev.annealer.python.value.Cause;
import dev.annealer.python.value.Function;
import dev.annealer.python.value.Instance;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Scope;
import dev.annealer.python.value.ScriptClass;
import dev.annealer.python.value.Unknown;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names, attributes and items.
final class Members {
    private static final Set<String> DICT_METHODS =
            Set.of("get", "pop", "items", "values", "keys", "update", "copy", "setdefault", "to_dict", "asdict");

    private final Interpreter interpreter;

    Members(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    PyValue name(Expr.Name name, Scope scope) {
        PyValue value = scope.find(name.id());
        if (value != null) {
            return named(value, name.id());
        }
        return TorchNames.undeclared(name.id(), interpreter.reading().starImports())
                .<PyValue>map(PyValue.External::new)
                .orElseGet(() -> Unknown.at(name.at()));
    }

    /// A number keeps its name, for the constants of a lambda.
    private static PyValue named(PyValue value, String name) {
        return value instanceof Quantity quantity ? quantity.named(name) : value;
    }

    PyValue attribute(PyValue object, Expr.Attribute at) {
        PyValue found = find(object, at.name());
        if (found instanceof Function property && (property.isDecorated("property") || property.isDecorated("cached_property"))) {
            return interpreter.calls().enter(property, new Arguments(List.of(), Map.of(), List.of()));
        }
        return found == null ? unknown(object, at) : named(found, at.name());
    }

    /// Under the name that the object has where it was made: `train_loader.dataset` even where a function calls it `loader`.
    private static PyValue unknown(PyValue object, Expr.Attribute at) {
        if (object instanceof Unknown(List<Cause> causes) && causes.size() == 1) {
            return new Unknown(List.of(new Cause(causes.getFirst().expression() + "." + at.name(), at.at().line())));
        }
        return Unknown.at(at.at());
    }

    /// Null where the object has no such attribute, or none that is known.
    @Nullable PyValue find(PyValue object, String name) {
        return switch (object) {
            case Instance instance -> ofInstance(instance, name);
            case ScriptClass type -> unbound(type.find(name), type);
            case PyValue.Dict dict -> ofDict(dict, name);
            case PyValue.External(String path) when path.equals("absl.flags") && name.equals("FLAGS") -> interpreter.reading().flags();
            case PyValue.External external -> TorchNames.constant(external.path(), name).map(PyValue.class::cast)
                    .orElseGet(() -> new PyValue.External(external.path() + "." + name));
            case OptimizerValue optimizer when name.equals("param_groups") -> new PyValue.GroupsOf(optimizer, PyValue.GroupsOf.Which.ALL);
            case OptimizerValue optimizer when name.equals("defaults") -> defaults(optimizer);
            case SchedulerValue scheduler when name.equals("optimizer") -> scheduler.optimizer().orElse(null);
            case OptimizerValue _, SchedulerValue _, PyValue.GroupsOf _, ArgumentParser _, PyValue.Items _, PyValue.Text _ ->
                new PyValue.Method(object, name);
            case Unknown _ -> null;
            default -> null;
        };
    }

    private static @Nullable PyValue ofDict(PyValue.Dict dict, String name) {
        PyValue entry = dict.entries().get(name);
        return entry == null && DICT_METHODS.contains(name) ? new PyValue.Method(dict, name) : entry;
    }

    private static @Nullable PyValue ofInstance(Instance instance, String name) {
        PyValue own = instance.attributes().get(name);
        if (own != null) {
            return own;
        }
        PyValue inherited = instance.type().find(name);
        if (inherited instanceof Function method) {
            return method.isDecorated("staticmethod") ? method : method.boundTo(method.isDecorated("classmethod") ? instance.type() : instance);
        }
        if (inherited != null) {
            return inherited;
        }
        if (name.equals("hparams")) {
            var given = new PyValue.Dict();
            given.entries().putAll(instance.given());
            return given;
        }
        return null;
    }

    private static PyValue defaults(OptimizerValue optimizer) {
        var defaults = new PyValue.Dict();
        optimizer.arguments().get(1, "lr").ifPresent(lr -> defaults.entries().put("lr", lr));
        return defaults;
    }

    private static @Nullable PyValue unbound(@Nullable PyValue member, ScriptClass type) {
        return member instanceof Function method && method.isDecorated("classmethod") ? method.boundTo(type) : member;
    }

    PyValue item(PyValue object, PyValue index, Expr.Subscript at) {
        PyValue found =
                switch (object) {
                    case PyValue.Dict dict -> dict.entries().get(key(index));
                    case PyValue.Items(List<PyValue> items) -> {
                        OptionalInt position = position(index, items.size());
                        yield position.isPresent() ? items.get(position.getAsInt()) : null;
                    }
                    case PyValue.GroupsOf(var optimizer, var which) when which == PyValue.GroupsOf.Which.ALL ->
                        new PyValue.GroupsOf(optimizer, PyValue.GroupsOf.Which.ONE);
                    default -> null;
                };
        if (found == null) {
            return Unknown.at(at.at());
        }
        return index instanceof PyValue.Text(String key) ? named(found, key) : found;
    }

    /// A dictionary's key as this program keeps it.
    static String key(PyValue index) {
        return switch (index) {
            case PyValue.Text(String text) -> text;
            case Quantity quantity when quantity.value() != null -> "#" + quantity.value();
            case PyValue.External(String path) -> path;
            default -> "?" + System.identityHashCode(index);
        };
    }

    /// The position of a list that `index` means; empty where it means none.
    static OptionalInt position(PyValue index, int size) {
        if (!(index instanceof Quantity quantity) || !quantity.isKnown()) {
            return OptionalInt.empty();
        }
        double number = quantity.at(0);
        double position = number < 0 ? number + size : number;
        return position >= 0 && position < size && position == Math.rint(position)
                ? OptionalInt.of((int) position)
                : OptionalInt.empty();
    }
}
