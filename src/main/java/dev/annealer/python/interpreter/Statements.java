package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Argument;
import dev.annealer.python.syntax.Expr;
import dev.annealer.python.syntax.Stmt;
import dev.annealer.python.value.Function;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Scope;
import dev.annealer.python.value.ScriptClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs statements.
final class Statements {
    private final Interpreter interpreter;
    private final Reading reading;
    private final Assignments assignments;
    private final Branches branches;
    private final Loops loops;

    Statements(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.reading = interpreter.reading();
        this.assignments = new Assignments(interpreter);
        this.branches = new Branches(interpreter, this);
        this.loops = new Loops(interpreter, this, assignments);
    }

    Flow block(List<Stmt> statements, Scope scope) {
        for (int i = 0; i < statements.size(); i++) {
            Stmt statement = statements.get(i);
            if (reading.isExhausted()) {
                return Flow.ON;
            }
            Flow flow;
            if (statement instanceof Stmt.If branch) {
                PyValue condition = evaluate(branch.condition(), scope);
                Optional<Boolean> known = Truth.of(condition);
                if (known.isEmpty()) {
                    Optional<Flow> left = branches.run(branch, condition, statements.subList(i + 1, statements.size()), scope);
                    if (left.isPresent()) {
                        return left.get();
                    }
                    continue;
                }
                flow = unlessRaised(block(known.get() ? branch.then() : branch.otherwise(), scope));
            } else {
                flow = run(statement, scope);
            }
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    /// A check that fails, fails for want of an argument of the command line: whoever trains gives it.
    private static Flow unlessRaised(Flow flow) {
        return flow instanceof Flow.Left(Stmt.Way way) && way == Stmt.Way.RAISE ? Flow.ON : flow;
    }

    PyValue choose(PyValue condition, PyValue a, PyValue b) {
        return branches.choose(condition, a, b);
    }

    void assign(Expr target, PyValue value, Scope scope) {
        assignments.assign(target, value, scope);
    }

    private Flow run(Stmt statement, Scope scope) {
        return switch (statement) {
            case Stmt.Assign assign -> {
                PyValue value = evaluate(assign.value(), scope);
                assign.targets().forEach(target -> assignments.assign(target, value, scope));
                yield Flow.ON;
            }
            case Stmt.Augmented augmented -> {
                assignments.augment(augmented, scope);
                yield Flow.ON;
            }
            case Stmt.Evaluate(_, Expr expression) -> {
                evaluate(expression, scope);
                yield Flow.ON;
            }
            case Stmt.Declaration _ -> Flow.ON;
            case Stmt.Global(_, List<String> names) -> {
                scope.declareGlobal(names);
                yield Flow.ON;
            }
            case Stmt.If branch -> block(List.of(branch), scope);
            case Stmt.For loop -> loops.run(loop, scope);
            case Stmt.While loop -> loops.run(loop, scope);
            case Stmt.Def def -> {
                scope.put(def.name(), Function.of(def, scope));
                yield Flow.ON;
            }
            case Stmt.ClassDef definition -> {
                scope.put(definition.name(), classOf(definition, scope));
                yield Flow.ON;
            }
            case Stmt.Return(_, Expr value) ->
                new Flow.Returned(value == null ? new PyValue.Nothing() : evaluate(value, scope));
            case Stmt.With with -> {
                with.items().forEach(item -> enter(item, scope));
                yield block(with.body(), scope);
            }
            case Stmt.Block(_, List<Stmt> body) -> block(body, scope);
            case Stmt.Import imports -> {
                imports.bindings().forEach(binding -> bind(binding, scope));
                yield Flow.ON;
            }
            case Stmt.Leave(_, Stmt.Way way) -> {
                if (way == Stmt.Way.BREAK) {
                    reading.record(Event.Kind.BREAK, new PyValue.Nothing(), statement.at(), List.of());
                }
                yield new Flow.Left(way);
            }
        };
    }

    private PyValue evaluate(Expr expression, Scope scope) {
        return interpreter.expressions().evaluate(expression, scope);
    }

    private void enter(Stmt.Item item, Scope scope) {
        PyValue value = evaluate(item.value(), scope);
        if (item.target() != null) {
            assignments.assign(item.target(), value, scope);
        }
    }

    private void bind(Stmt.Binding binding, Scope scope) {
        if (binding.name().equals("*")) {
            reading.starImports().add(binding.path());
        } else {
            scope.put(binding.name(), new PyValue.External(binding.path()));
        }
    }

    private PyValue classOf(Stmt.ClassDef definition, Scope scope) {
        List<PyValue> bases = definition.bases().stream().filter(base -> base.name() == null).map(Argument::value)
                .map(base -> evaluate(base, scope)).toList();
        var members = new Scope(scope);
        var fields = new ArrayList<String>();
        for (Stmt statement : definition.body()) {
            if (statement instanceof Stmt.Declaration(_, String name)) {
                fields.add(name);
            } else if (statement instanceof Stmt.Assign assign && assign.targets().getFirst() instanceof Expr.Name(_, String id)) {
                fields.add(id);
            }
        }
        block(definition.body(), members);
        return new ScriptClass(definition, bases, members, fields);
    }
}
