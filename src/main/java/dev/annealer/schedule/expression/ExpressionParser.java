package dev.annealer.schedule.expression;

import dev.annealer.schedule.expression.Node.Binary;
import dev.annealer.schedule.expression.Node.BinaryOperator;
import dev.annealer.schedule.expression.Node.Call;
import dev.annealer.schedule.expression.Node.Comparison;
import dev.annealer.schedule.expression.Node.ComparisonOperator;
import dev.annealer.schedule.expression.Node.Conditional;
import dev.annealer.schedule.expression.Node.Constant;
import dev.annealer.schedule.expression.Node.Literal;
import dev.annealer.schedule.expression.Node.Logical;
import dev.annealer.schedule.expression.Node.Step;
import dev.annealer.schedule.expression.Node.Unary;
import dev.annealer.schedule.expression.Node.UnaryOperator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TreeSitterPython;

/// Reads one expression by tree-sitter's Python grammar. What the language does not have is refused by name and column.
final class ExpressionParser {
    private static final int MOST_CHARACTERS = 10_000;
    private static final int DEEPEST = 200;
    private static final String ALLOWED = "use numbers, step, the stage's constants, + - * / // % **, comparisons, "
            + "and/or/not, a if c else b, and min max abs round int float pow sqrt exp log log2 log10 cos sin tan tanh "
            + "floor ceil pi e";

    private final String source;
    private final Map<String, Number> constants;
    private int depth;

    private ExpressionParser(String source, Map<String, Number> constants) {
        this.source = source;
        this.constants = constants;
    }

    static Node parse(String source, Map<String, Number> constants) throws ExpressionException {
        checkText(source);
        var parser = new ExpressionParser(source, constants);
        try (var treeSitter = new TSParser()) {
            treeSitter.setLanguage(new TreeSitterPython());
            TSTree tree = treeSitter.parseString(null, source);
            return parser.root(tree.getRootNode());
        }
    }

    private static void checkText(String source) throws ExpressionException {
        if (source.length() > MOST_CHARACTERS) {
            throw new ExpressionException("the expression is longer than " + MOST_CHARACTERS + " characters", "shorten it");
        }
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            boolean known = c >= ' ' && c < 127 || c == '\n' || c == '\r' || c == '\t';
            if (!known) {
                throw new ExpressionException(
                        "column " + (i + 1) + ": the character `" + c + "` is not part of the language", ALLOWED);
            }
        }
    }

    private Node root(TSNode root) throws ExpressionException {
        refuseErrors(root);
        if (root.getChildCount() != 1 || !root.getChild(0).getType().equals("expression_statement")) {
            throw refuse(root, root.getChildCount() == 0 ? "the expression is empty" : "this is more than one expression");
        }
        TSNode statement = root.getChild(0);
        if (statement.getChildCount() != 1) {
            throw refuse(statement, "this is more than one expression");
        }
        return node(statement.getChild(0));
    }

    private void refuseErrors(TSNode root) throws ExpressionException {
        if (!root.hasError()) {
            return;
        }
        TSNode error = firstError(root);
        throw refuse(error, error.isMissing() ? "something is missing here" : "this is not Python");
    }

    private static TSNode firstError(TSNode node) {
        TSNode current = node;
        while (!current.isError() && !current.isMissing()) {
            TSNode next = null;
            for (int i = 0; i < current.getChildCount() && next == null; i++) {
                TSNode child = current.getChild(i);
                next = child.hasError() || child.isMissing() ? child : null;
            }
            if (next == null) {
                return current;
            }
            current = next;
        }
        return current;
    }

    private Node node(TSNode node) throws ExpressionException {
        if (++depth > DEEPEST) {
            throw refuse(node, "the expression is nested more than " + DEEPEST + " deep");
        }
        try {
            return switch (node.getType()) {
                case "integer", "float" -> number(node);
                case "identifier" -> name(node);
                case "attribute" -> mathConstant(node);
                case "parenthesized_expression" -> node(onlyNamedChild(node));
                case "unary_operator" -> unary(node);
                case "not_operator" -> new Unary(UnaryOperator.NOT, node(field(node, "argument")));
                case "binary_operator" -> binary(node);
                case "comparison_operator" -> comparison(node);
                case "boolean_operator" -> logical(node);
                case "conditional_expression" -> conditional(node);
                case "call" -> call(node);
                case "lambda" -> throw refuse(node, "a lambda is not needed: write what follows its colon");
                default -> throw refuse(node, node.getType().replace('_', ' ') + " is not part of the language");
            };
        } finally {
            depth--;
        }
    }

    private TSNode onlyNamedChild(TSNode node) throws ExpressionException {
        if (node.getNamedChildCount() != 1) {
            throw refuse(node, "this is more than one expression");
        }
        return node.getNamedChild(0);
    }

    private TSNode field(TSNode node, String name) throws ExpressionException {
        TSNode child = node.getChildByFieldName(name);
        if (child == null || child.isNull()) {
            throw refuse(node, "something is missing here");
        }
        return child;
    }

    private Node number(TSNode node) throws ExpressionException {
        Number value = PythonNumbers.literal(text(node)).orElseThrow(() -> refuse(node, "no number of the language"));
        if (value instanceof BigInteger big && big.bitLength() > 4096) {
            throw refuse(node, "an integer of more than 4096 bits");
        }
        return new Literal(value);
    }

    private Node name(TSNode node) throws ExpressionException {
        String name = text(node);
        if (name.equals("step") || name.equals("epoch")) {
            return new Step();
        }
        Number constant = constants.get(name);
        if (constant != null) {
            return new Constant(name, constant);
        }
        if (Function.bare(name).isPresent()) {
            throw refuse(node, "a function without its arguments");
        }
        return constantOfMath(name).orElseThrow(() -> refuse(node, "an unknown name"));
    }

    private static Optional<Node> constantOfMath(String name) {
        return switch (name) {
            case "pi" -> Optional.of(new Literal(Math.PI));
            case "e" -> Optional.of(new Literal(Math.E));
            default -> Optional.empty();
        };
    }

    private Node mathConstant(TSNode node) throws ExpressionException {
        return constantOfMath(nameInMath(node)).orElseThrow(() -> refuse(node, "not part of the language"));
    }

    /// What follows `math.`
    private String nameInMath(TSNode attribute) throws ExpressionException {
        if (!text(field(attribute, "object")).equals("math")) {
            throw refuse(attribute, "an attribute is not part of the language");
        }
        return text(field(attribute, "attribute"));
    }

    private Node unary(TSNode node) throws ExpressionException {
        UnaryOperator operator =
                switch (text(field(node, "operator"))) {
                    case "+" -> UnaryOperator.PLUS;
                    case "-" -> UnaryOperator.MINUS;
                    default -> throw refuse(node, "an operator that is not part of the language");
                };
        return new Unary(operator, node(field(node, "argument")));
    }

    private Node binary(TSNode node) throws ExpressionException {
        String symbol = text(field(node, "operator"));
        BinaryOperator operator = Arrays.stream(BinaryOperator.values())
                .filter(candidate -> candidate.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> refuse(node, "the operator " + symbol + " is not part of the language"));
        return new Binary(operator, node(field(node, "left")), node(field(node, "right")));
    }

    private Node comparison(TSNode node) throws ExpressionException {
        var operands = new ArrayList<Node>();
        var operators = new ArrayList<ComparisonOperator>();
        for (int i = 0; i < node.getChildCount(); i++) {
            TSNode child = node.getChild(i);
            if (child.isNamed()) {
                operands.add(node(child));
            } else {
                operators.add(comparisonOperator(child));
            }
        }
        if (operands.size() != operators.size() + 1) {
            throw refuse(node, "something is missing here");
        }
        return new Comparison(operands, operators);
    }

    private ComparisonOperator comparisonOperator(TSNode token) throws ExpressionException {
        String symbol = text(token);
        return Arrays.stream(ComparisonOperator.values())
                .filter(candidate -> candidate.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> refuse(token, "the operator " + symbol + " is not part of the language"));
    }

    private Node logical(TSNode node) throws ExpressionException {
        boolean isAnd = text(field(node, "operator")).equals("and");
        return new Logical(isAnd, node(field(node, "left")), node(field(node, "right")));
    }

    private Node conditional(TSNode node) throws ExpressionException {
        if (node.getNamedChildCount() != 3) {
            throw refuse(node, "something is missing here");
        }
        return new Conditional(
                node(node.getNamedChild(0)), node(node.getNamedChild(1)), node(node.getNamedChild(2)));
    }

    private Node call(TSNode node) throws ExpressionException {
        TSNode callee = field(node, "function");
        Function function = function(callee);
        TSNode list = field(node, "arguments");
        if (!list.getType().equals("argument_list")) {
            throw refuse(list, list.getType().replace('_', ' ') + " is not part of the language");
        }
        List<Node> arguments = new ArrayList<>();
        for (int i = 0; i < list.getNamedChildCount(); i++) {
            arguments.add(node(list.getNamedChild(i)));
        }
        if (!function.takes(arguments.size())) {
            throw refuse(node, function.pythonName() + "() takes " + function.arity());
        }
        return new Call(function, arguments);
    }

    private Function function(TSNode callee) throws ExpressionException {
        boolean qualified = callee.getType().equals("attribute");
        String name = qualified ? nameInMath(callee) : text(callee);
        if (!qualified && constants.containsKey(name)) {
            throw refuse(callee, "a constant can't be called");
        }
        Optional<Function> function = qualified ? Function.ofMath(name) : Function.bare(name);
        return function.orElseThrow(() -> refuse(callee, "an unknown function"));
    }

    private String text(TSNode node) {
        return source.substring(node.getStartByte(), node.getEndByte());
    }

    private ExpressionException refuse(TSNode node, String why) {
        String text = text(node).strip();
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        String what = shown.isEmpty() ? "" : "`" + shown + "`: ";
        return new ExpressionException("column " + (node.getStartByte() + 1) + ": " + what + why, ALLOWED);
    }
}
