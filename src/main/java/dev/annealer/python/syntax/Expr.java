package dev.annealer.python.syntax;

import dev.annealer.schedule.expression.Node.BinaryOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression of the script.
public sealed interface Expr {
    Spot at();

    record Name(Spot at, String id) implements Expr {}

    /// @param value a `BigInteger` or a `Double`
    record NumberLiteral(Spot at, Number value) implements Expr {}

    record TextLiteral(Spot at, String value) implements Expr {}

    record None(Spot at) implements Expr {}

    record Attribute(Spot at, Expr object, String name) implements Expr {}

    record Call(Spot at, Expr callee, List<Argument> arguments) implements Expr {}

    record Subscript(Spot at, Expr object, Expr index) implements Expr {}

    /// A list, a tuple or a set.
    record Sequence(Spot at, List<Expr> items) implements Expr {}

    record Mapping(Spot at, List<Entry> entries) implements Expr {}

    /// @param key null for `**value`
    record Entry(@Nullable Expr key, Expr value) {}

    /// @param operator `+`, `-` or `not`
    record Unary(Spot at, String operator, Expr operand) implements Expr {}

    record Binary(Spot at, BinaryOperator operator, Expr left, Expr right) implements Expr {}

    /// `a < b <= c`; the operators are as written, `not in` and `is not` with one blank.
    record Comparison(Spot at, List<Expr> operands, List<String> operators) implements Expr {}

    record Logical(Spot at, boolean isAnd, Expr left, Expr right) implements Expr {}

    record Conditional(Spot at, Expr then, Expr condition, Expr otherwise) implements Expr {}

    record Lambda(Spot at, Parameters parameters, Expr body) implements Expr {}

    /// `body for target in iterable if conditions`, whatever brackets are around it.
    record Comprehension(Spot at, Expr body, Expr target, Expr iterable, List<Expr> conditions) implements Expr {}

    record Starred(Spot at, Expr operand) implements Expr {}

    /// What the import has no use for, or what is no Python.
    record Opaque(Spot at) implements Expr {}
}
