package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.syntax.Stmt;
import dev.annealer.python.value.Arithmetic;
import dev.annealer.python.value.PyValue.Ticker;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.Scope;
import dev.annealer.python.value.Unknown;
import dev.annealer.schedule.expression.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Loops: a short list of known things is gone through item by item; any other loop once, with its counter left open.
final class Loops {
    private static final int LONGEST_UNROLLED = 64;

    private final Interpreter interpreter;
    private final Reading reading;
    private final Statements statements;
    private final Assignments assignments;
    private final Iterables iterables;

    Loops(Interpreter interpreter, Statements statements, Assignments assignments) {
        this.interpreter = interpreter;
        this.reading = interpreter.reading();
        this.statements = statements;
        this.assignments = assignments;
        this.iterables = new Iterables();
    }

    Flow run(Stmt.For loop, Scope scope) {
        PyValue iterable = interpreter.expressions().evaluate(loop.iterable(), scope);
        Optional<List<PyValue>> items = iterables.items(iterable, LONGEST_UNROLLED);
        boolean unrolled = items.isPresent() && (!(iterable instanceof PyValue.Range) || Counters.build(loop.body()));
        if (unrolled) {
            for (PyValue item : items.get()) {
                assignments.assign(loop.target(), item, scope);
                Flow flow = statements.block(loop.body(), scope);
                if (flow instanceof Flow.Returned || flow instanceof Flow.Left(Stmt.Way way) && way != Stmt.Way.CONTINUE) {
                    return afterLoop(flow);
                }
            }
            return Flow.ON;
        }
        var ticker = new Ticker(loop);
        openCounters(loop, loop.body(), scope);
        assignments.assign(loop.target(), iterables.item(iterable, loop.target(), ticker), scope);
        return once(loop.body(), scope, new Loop(
                loop.at(), loop.target().at().text(), iterable, iterables.length(iterable).map(reading::answered).orElse(null), ticker, null, null));
    }

    Flow run(Stmt.While loop, Scope scope) {
        openCounters(loop, loop.body(), scope);
        PyValue condition = interpreter.expressions().evaluate(loop.condition(), scope);
        if (Truth.of(condition).equals(Optional.of(false))) {
            return Flow.ON;
        }
        Quantity bound = condition instanceof Quantity quantity && quantity.ticker() != null ? quantity : null;
        PyValue total = bound == null || bound.firstFalse().isEmpty() ? null : Quantity.of(bound.firstFalse().getAsLong());
        return once(loop.body(), scope, new Loop(
                loop.at(), "", null, null, new Ticker(loop), total, bound == null ? null : bound.ticker()));
    }

    private Flow once(List<Stmt> body, Scope scope, Loop loop) {
        reading.enter(loop);
        try {
            return afterLoop(statements.block(body, scope));
        } finally {
            reading.leaveLoop();
        }
    }

    /// What leaves a loop's body early is over with the loop, and a `return` in it may happen or not.
    private static Flow afterLoop(Flow flow) {
        return flow instanceof Flow.Returned ? flow : Flow.ON;
    }

    /// Names that the body counts up by one become expressions of the passes.
    private void openCounters(Stmt loop, List<Stmt> body, Scope scope) {
        for (Map.Entry<String, Stmt> counter : Counters.of(body, loop).entrySet()) {
            PyValue start = scope.find(counter.getKey());
            if (start instanceof Quantity quantity && quantity.isKnown()) {
                PyValue open = plus(quantity, Quantity.step(new Ticker(counter.getValue())));
                scope.put(counter.getKey(), open);
            }
        }
    }

    static PyValue plus(@Nullable Quantity start, Quantity step) {
        if (start == null || start.isKnown() && start.at(0) == 0) {
            return step;
        }
        return Arithmetic.combine(
                        nodes -> new Node.Binary(Node.BinaryOperator.ADD, nodes[0], nodes[1]), step, start)
                .orElseGet(() -> new Unknown(List.of()));
    }
}
