package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.syntax.Stmt;
import dev.annealer.python.value.Arithmetic;
import dev.annealer.python.value.Instance;
import dev.annealer.python.value.Loader;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.Scope;
import dev.annealer.python.value.ScriptClass;
import dev.annealer.python.value.Unknown;
import dev.annealer.schedule.expression.Node;
import java.util.List;

/// Puts values where a script puts them.
final class Assignments {
    private final Interpreter interpreter;

    Assignments(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    void assign(Expr target, PyValue value, Scope scope) {
        switch (target) {
            case Expr.Name(_, String id) -> scope.put(id, named(value, id));
            case Expr.Attribute(_, Expr object, String name) ->
                setAttribute(evaluate(object, scope), name, named(value, target.at().text()));
            case Expr.Subscript(_, Expr object, Expr index) ->
                setItem(target, evaluate(object, scope), evaluate(index, scope), value);
            case Expr.Sequence(_, List<Expr> targets) -> unpack(targets, value, scope);
            case Expr.Starred(_, Expr inner) -> assign(inner, Unknown.at(inner.at()), scope);
            default -> { }
        }
    }

    private static PyValue named(PyValue value, String name) {
        return value instanceof Loader loader ? loader.named(name) : value;
    }

    private PyValue evaluate(Expr expression, Scope scope) {
        return interpreter.expressions().evaluate(expression, scope);
    }

    private static void setAttribute(PyValue object, String name, PyValue value) {
        switch (object) {
            case Instance instance -> instance.attributes().put(name, value);
            case ScriptClass type -> type.members().put(name, value);
            case PyValue.Dict dict -> dict.entries().put(name, value);
            default -> { }
        }
    }

    private void setItem(Expr target, PyValue object, PyValue index, PyValue value) {
        switch (object) {
            case PyValue.Dict dict -> {
                String key = Members.key(index);
                dict.entries().put(key, value);
                dict.texts().put(key, target.at().text());
            }
            case PyValue.GroupsOf groups when index instanceof PyValue.Text(String key) && key.equals("lr") ->
                interpreter.reading().record(Event.Kind.SET_LR, groups.optimizer(), target.at(), List.of(value, groups));
            case Unknown _ when index instanceof PyValue.Text(String key) && key.equals("lr")
                    && target.at().text().contains("group") ->
                interpreter.reading().record(Event.Kind.SET_LR, object, target.at(), List.of(value));
            case PyValue.Items(List<PyValue> items) ->
                Members.position(index, items.size()).ifPresent(position -> items.set(position, value));
            default -> { }
        }
    }

    private void unpack(List<Expr> targets, PyValue value, Scope scope) {
        List<PyValue> items = value instanceof PyValue.Items(List<PyValue> known) && known.size() == targets.size()
                ? List.copyOf(known)
                : List.of();
        for (int i = 0; i < targets.size(); i++) {
            Expr target = targets.get(i);
            assign(target, items.isEmpty() ? Unknown.at(target.at()) : items.get(i), scope);
        }
    }

    void augment(Stmt.Augmented augmented, Scope scope) {
        PyValue before = evaluate(augmented.target(), scope);
        PyValue value = evaluate(augmented.value(), scope);
        if (before instanceof PyValue.Items(List<PyValue> items)) {
            if (value instanceof PyValue.Items(List<PyValue> more)) {
                items.addAll(List.copyOf(more));
            }
            return;
        }
        if (augmented.target() instanceof Expr.Attribute && reading().countsPasses(augmented) && before instanceof Quantity start
                && start.isKnown()) {
            assign(augmented.target(), Loops.plus(plusOne(start), Quantity.step(reading().passes())), scope);
            return;
        }
        PyValue after = Arithmetic.combine(
                        nodes -> new Node.Binary(augmented.operator(), nodes[0], nodes[1]), before, value)
                .orElseGet(() -> Unknown.at(augmented.target().at()));
        assign(augmented.target(), after, scope);
    }

    private Reading reading() {
        return interpreter.reading();
    }

    private static Quantity plusOne(Quantity start) {
        return Quantity.of((long) start.at(0) + 1);
    }
}
