package dev.annealer.schedule.expression;

import java.util.List;

/// The syntax tree of an expression.
public sealed interface Node {
    /// A literal: a `BigInteger` or a `Double`.
    record Literal(Number value) implements Node {}

    /// `step` or `epoch`.
    record Step() implements Node {}

    /// A named number of the document.
    record Constant(String name, Number value) implements Node {}

    record Unary(UnaryOperator operator, Node operand) implements Node {}

    record Binary(BinaryOperator operator, Node left, Node right) implements Node {}

    /// `a < b <= c`: `operators` has one less than `operands`.
    record Comparison(List<Node> operands, List<ComparisonOperator> operators) implements Node {
        public Comparison {
            operands = List.copyOf(operands);
            operators = List.copyOf(operators);
        }
    }

    /// `and` where `isAnd`, else `or`; the value is one of the operands.
    record Logical(boolean isAnd, Node left, Node right) implements Node {}

    /// `then if condition else otherwise`
    record Conditional(Node then, Node condition, Node otherwise) implements Node {}

    record Call(Function function, List<Node> arguments) implements Node {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// An operator before its operand.
    enum UnaryOperator {
        PLUS("+"),
        MINUS("-"),
        NOT("not ");

        private final String symbol;

        UnaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /// An operator between two numbers.
    enum BinaryOperator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        FLOOR_DIVIDE("//"),
        MODULO("%"),
        POWER("**");

        private final String symbol;

        BinaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /// An operator that compares two numbers.
    enum ComparisonOperator {
        LESS("<"),
        LESS_OR_EQUAL("<="),
        EQUAL("=="),
        NOT_EQUAL("!="),
        GREATER_OR_EQUAL(">="),
        GREATER(">");

        private final String symbol;

        ComparisonOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
