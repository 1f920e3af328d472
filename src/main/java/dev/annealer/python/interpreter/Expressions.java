package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Argument;
import dev.annealer.python.syntax.Expr;
import dev.annealer.python.syntax.Spot;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.Arithmetic;
import dev.annealer.python.value.Function;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.Scope;
import dev.annealer.python.value.Unknown;
import dev.annealer.schedule.expression.Node.BinaryOperator;
import dev.annealer.schedule.expression.Node.UnaryOperator;
import dev.annealer.schedule.expression.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Evaluates expressions.
final class Expressions {
    private static final int LONGEST_COMPREHENSION = 256;

    private final Interpreter interpreter;
    private final Reading reading;
    private final Iterables iterables = new Iterables();

    Expressions(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.reading = interpreter.reading();
    }

    PyValue evaluate(Expr expression, Scope scope) {
        if (reading.isExhausted()) {
            return Unknown.at(expression.at());
        }
        return switch (expression) {
            case Expr.Name name -> answered(name).orElseGet(() -> interpreter.members().name(name, scope));
            case Expr.NumberLiteral(_, Number value) -> Quantity.of(value);
            case Expr.TextLiteral(_, String value) -> new PyValue.Text(value);
            case Expr.None _ -> new PyValue.Nothing();
            case Expr.Attribute attribute -> answered(attribute).orElseGet(() ->
                    reading.answered(interpreter.members().attribute(evaluate(attribute.object(), scope), attribute)));
            case Expr.Call call -> answered(call).orElseGet(() -> reading.answered(call(call, scope)));
            case Expr.Subscript subscript -> answered(subscript).orElseGet(() -> interpreter.members()
                    .item(evaluate(subscript.object(), scope), evaluate(subscript.index(), scope), subscript));
            case Expr.Sequence(_, List<Expr> items) -> sequence(items, scope);
            case Expr.Mapping(_, List<Expr.Entry> entries) -> mapping(entries, scope);
            case Expr.Unary unary -> unary(unary, scope);
            case Expr.Binary binary -> binary(binary, scope);
            case Expr.Comparison comparison -> comparison(comparison, scope);
            case Expr.Logical logical -> logical(logical, scope);
            case Expr.Conditional conditional -> conditional(conditional, scope);
            case Expr.Lambda lambda -> Function.of(lambda, scope);
            case Expr.Comprehension comprehension -> comprehension(comprehension, scope);
            case Expr.Starred(_, Expr operand) -> evaluate(operand, scope);
            case Expr.Opaque(Spot at) -> Unknown.at(at);
        };
    }

    private Optional<PyValue> answered(Expr expression) {
        return Optional.ofNullable(reading.answer(expression.at()));
    }

    private PyValue call(Expr.Call call, Scope scope) {
        PyValue callee = evaluate(call.callee(), scope);
        return interpreter.calls().call(callee, arguments(call.arguments(), scope), call);
    }

    Arguments arguments(List<Argument> written, Scope scope) {
        var positional = new ArrayList<PyValue>();
        var named = new LinkedHashMap<String, PyValue>();
        var texts = new ArrayList<String>();
        for (Argument argument : written) {
            PyValue value = evaluate(argument.value(), scope);
            if (argument.name() != null) {
                named.put(argument.name(), value);
            } else if (argument.stars() == 2) {
                if (value instanceof PyValue.Dict dict) {
                    named.putAll(dict.entries());
                }
            } else if (argument.stars() == 1 && value instanceof PyValue.Items(List<PyValue> items)) {
                positional.addAll(items);
                items.forEach(_ -> texts.add(""));
            } else {
                positional.add(value);
                texts.add(argument.value().at().text());
            }
        }
        return new Arguments(positional, named, texts);
    }

    private PyValue sequence(List<Expr> items, Scope scope) {
        var values = new ArrayList<PyValue>();
        for (Expr item : items) {
            PyValue value = evaluate(item, scope);
            if (item instanceof Expr.Starred && value instanceof PyValue.Items(List<PyValue> inner)) {
                values.addAll(inner);
            } else {
                values.add(value);
            }
        }
        return new PyValue.Items(values);
    }

    private PyValue mapping(List<Expr.Entry> entries, Scope scope) {
        var dict = new PyValue.Dict();
        for (Expr.Entry entry : entries) {
            PyValue value = evaluate(entry.value(), scope);
            if (entry.key() == null) {
                if (value instanceof PyValue.Dict inner) {
                    dict.entries().putAll(inner.entries());
                    dict.texts().putAll(inner.texts());
                }
            } else {
                String key = Members.key(evaluate(entry.key(), scope));
                dict.entries().put(key, value);
                dict.texts().put(key, text(entry.value()));
            }
        }
        return dict;
    }

    /// As written; a key in quotes with its blanks.
    private static String text(Expr value) {
        return value instanceof Expr.Subscript(_, Expr object, Expr.TextLiteral(_, String key))
                ? object.at().text() + "[\"" + key + "\"]"
                : value.at().text();
    }

    private PyValue unary(Expr.Unary unary, Scope scope) {
        PyValue operand = evaluate(unary.operand(), scope);
        UnaryOperator operator =
                switch (unary.operator()) {
                    case "-" -> UnaryOperator.MINUS;
                    case "+" -> UnaryOperator.PLUS;
                    default -> UnaryOperator.NOT;
                };
        Optional<Boolean> truth = Truth.of(operand);
        if (operator == UnaryOperator.NOT && truth.isPresent()) {
            return Quantity.truth(!truth.get());
        }
        return Arithmetic.combine(nodes -> new Node.Unary(operator, nodes[0]), operand).orElseGet(() -> Unknown.at(unary.at()));
    }

    private PyValue binary(Expr.Binary binary, Scope scope) {
        PyValue left = evaluate(binary.left(), scope);
        PyValue right = evaluate(binary.right(), scope);
        if (left instanceof PyValue.Items(List<PyValue> a) && right instanceof PyValue.Items(List<PyValue> b)
                && binary.operator() == BinaryOperator.ADD) {
            var joined = new ArrayList<>(a);
            joined.addAll(b);
            return new PyValue.Items(joined);
        }
        if (left instanceof PyValue.Text(String a) && right instanceof PyValue.Text(String b)) {
            return new PyValue.Text(a + b);
        }
        if (left instanceof PyValue.Items(List<PyValue> items) && right instanceof Quantity times
                && binary.operator() == BinaryOperator.MULTIPLY && times.isKnown()) {
            return repeated(items, times.at(0));
        }
        return Arithmetic.combine(nodes -> new Node.Binary(binary.operator(), nodes[0], nodes[1]), left, right)
                .orElseGet(() -> Unknown.at(binary.at()));
    }

    private static PyValue repeated(List<PyValue> items, double times) {
        var all = new ArrayList<PyValue>();
        for (int i = 0; i < times && all.size() < LONGEST_COMPREHENSION; i++) {
            all.addAll(items);
        }
        return new PyValue.Items(all);
    }

    private PyValue comparison(Expr.Comparison comparison, Scope scope) {
        List<PyValue> operands = comparison.operands().stream().map(operand -> evaluate(operand, scope)).toList();
        PyValue result = Quantity.truth(true);
        for (int i = 0; i < comparison.operators().size(); i++) {
            PyValue one = Comparisons.compare(comparison.operators().get(i), operands.get(i), operands.get(i + 1))
                    .orElseGet(() -> Unknown.at(comparison.at()));
            result = i == 0 ? one : both(true, result, one, comparison);
        }
        return result;
    }

    private static PyValue both(boolean isAnd, PyValue left, PyValue right, Expr at) {
        return Arithmetic.combine(nodes -> new Node.Logical(isAnd, nodes[0], nodes[1]), left, right)
                .orElseGet(() -> Unknown.at(at.at()));
    }

    private PyValue logical(Expr.Logical logical, Scope scope) {
        PyValue left = evaluate(logical.left(), scope);
        Optional<Boolean> truth = Truth.of(left);
        if (truth.isPresent()) {
            return truth.get() == logical.isAnd() ? evaluate(logical.right(), scope) : left;
        }
        PyValue right = evaluate(logical.right(), scope);
        boolean decided = Truth.of(right).map(known -> known != logical.isAnd()).orElse(false);
        // `a or 2` may be `a`; `a and 0` is 0 whichever operand it is.
        return decided && (left instanceof Unknown || logical.isAnd()) ? right : both(logical.isAnd(), left, right, logical);
    }

    private PyValue conditional(Expr.Conditional conditional, Scope scope) {
        PyValue condition = evaluate(conditional.condition(), scope);
        Optional<Boolean> truth = Truth.of(condition);
        if (truth.isPresent()) {
            return evaluate(truth.get() ? conditional.then() : conditional.otherwise(), scope);
        }
        return interpreter.statements().choose(
                condition, evaluate(conditional.then(), scope), evaluate(conditional.otherwise(), scope));
    }

    private PyValue comprehension(Expr.Comprehension comprehension, Scope scope) {
        PyValue iterable = evaluate(comprehension.iterable(), scope);
        Optional<List<PyValue>> items = iterables.items(iterable, LONGEST_COMPREHENSION);
        if (items.isEmpty()) {
            return Unknown.at(comprehension.at());
        }
        var values = new ArrayList<PyValue>();
        for (PyValue item : items.get()) {
            var inner = new Scope(scope);
            interpreter.statements().assign(comprehension.target(), item, inner);
            boolean kept = comprehension.conditions().stream()
                    .allMatch(condition -> Truth.of(evaluate(condition, inner)).orElse(true));
            if (kept) {
                values.add(evaluate(comprehension.body(), inner));
            }
        }
        return new PyValue.Items(values);
    }
}
