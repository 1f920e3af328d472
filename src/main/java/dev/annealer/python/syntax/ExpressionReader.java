package dev.annealer.python.syntax;

import dev.annealer.schedule.expression.Node.BinaryOperator;
import dev.annealer.schedule.expression.PythonNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// tree-sitter's expressions to ours.
final class ExpressionReader {
    /// Deeper expressions are data or an attack; reading them would need as deep a stack.
    private static final int DEEPEST = 150;

    private int depth;

    Expr read(Tree tree) {
        if (depth >= DEEPEST) {
            return new Expr.Opaque(tree.at());
        }
        depth++;
        try {
            return readNested(tree);
        } finally {
            depth--;
        }
    }

    private Expr readNested(Tree tree) {
        return switch (tree.type()) {
            case "identifier", "keyword_identifier" -> new Expr.Name(tree.at(), tree.text());
            case "integer", "float" -> number(tree);
            case "true", "false" -> new Expr.NumberLiteral(tree.at(), PythonNumbers.literal(tree.is("true") ? "1" : "0").orElseThrow());
            case "none" -> new Expr.None(tree.at());
            case "string", "concatenated_string" -> StringReader.read(tree);
            case "attribute" -> attribute(tree);
            case "call" -> call(tree);
            case "subscript" -> subscript(tree);
            case "list", "tuple", "set", "expression_list", "pattern_list", "tuple_pattern", "list_pattern" ->
                new Expr.Sequence(tree.at(), tree.named().stream().map(this::read).toList());
            case "dictionary" -> new Expr.Mapping(tree.at(), tree.named().stream().map(this::entry).toList());
            case "parenthesized_expression" -> only(tree);
            case "unary_operator" -> unary(tree);
            case "not_operator" -> new Expr.Unary(tree.at(), "not", field(tree, "argument"));
            case "binary_operator" -> binary(tree);
            case "boolean_operator" -> logical(tree);
            case "comparison_operator" -> comparison(tree);
            case "conditional_expression" -> conditional(tree);
            case "lambda" -> lambda(tree);
            case "list_comprehension", "generator_expression", "set_comprehension" -> comprehension(tree);
            case "named_expression" -> field(tree, "value");
            case "await" -> only(tree);
            case "list_splat", "list_splat_pattern" -> new Expr.Starred(tree.at(), only(tree));
            default -> new Expr.Opaque(tree.at());
        };
    }

    private Expr field(Tree tree, String name) {
        return tree.child(name).map(this::read).orElseGet(() -> new Expr.Opaque(tree.at()));
    }

    private Expr only(Tree tree) {
        return tree.named().stream().findFirst().map(this::read).orElseGet(() -> new Expr.Opaque(tree.at()));
    }

    private static Expr number(Tree tree) {
        return PythonNumbers.literal(tree.text())
                .<Expr>map(value -> new Expr.NumberLiteral(tree.at(), value))
                .orElseGet(() -> new Expr.Opaque(tree.at()));
    }

    private Expr attribute(Tree tree) {
        String name = tree.child("attribute").map(Tree::text).orElse("");
        return new Expr.Attribute(tree.at(), field(tree, "object"), name);
    }

    private Expr call(Tree tree) {
        List<Argument> arguments = tree.child("arguments").map(this::arguments).orElse(List.of());
        return new Expr.Call(tree.at(), field(tree, "function"), arguments);
    }

    List<Argument> arguments(Tree list) {
        if (list.is("generator_expression")) {
            return List.of(new Argument(null, read(list), 0));
        }
        return list.named().stream().map(this::argument).toList();
    }

    private Argument argument(Tree tree) {
        return switch (tree.type()) {
            case "keyword_argument" ->
                new Argument(tree.child("name").map(Tree::text).orElse(""), field(tree, "value"), 0);
            case "list_splat" -> new Argument(null, only(tree), 1);
            case "dictionary_splat" -> new Argument(null, only(tree), 2);
            default -> new Argument(null, read(tree), 0);
        };
    }

    private Expr subscript(Tree tree) {
        return new Expr.Subscript(tree.at(), field(tree, "value"), field(tree, "subscript"));
    }

    private Expr.Entry entry(Tree tree) {
        return tree.is("pair")
                ? new Expr.Entry(field(tree, "key"), field(tree, "value"))
                : new Expr.Entry(null, only(tree));
    }

    private Expr unary(Tree tree) {
        String operator = tree.child("operator").map(Tree::text).orElse("");
        return operator.equals("~") ? new Expr.Opaque(tree.at()) : new Expr.Unary(tree.at(), operator, field(tree, "argument"));
    }

    private Expr binary(Tree tree) {
        String symbol = tree.child("operator").map(Tree::text).orElse("");
        return operator(symbol)
                .<Expr>map(operator -> new Expr.Binary(tree.at(), operator, field(tree, "left"), field(tree, "right")))
                .orElseGet(() -> new Expr.Opaque(tree.at()));
    }

    static Optional<BinaryOperator> operator(String symbol) {
        return Arrays.stream(BinaryOperator.values()).filter(known -> known.symbol().equals(symbol)).findFirst();
    }

    private Expr logical(Tree tree) {
        boolean isAnd = tree.child("operator").map(Tree::text).orElse("").equals("and");
        return new Expr.Logical(tree.at(), isAnd, field(tree, "left"), field(tree, "right"));
    }

    private Expr comparison(Tree tree) {
        var operands = new ArrayList<Expr>();
        var operators = new ArrayList<String>();
        for (Tree child : tree.children()) {
            if (child.field().equals("operators")) {
                operators.add(child.text().replaceAll("\\s+", " "));
            } else {
                operands.add(read(child));
            }
        }
        return operands.size() == operators.size() + 1
                ? new Expr.Comparison(tree.at(), operands, operators)
                : new Expr.Opaque(tree.at());
    }

    private Expr conditional(Tree tree) {
        List<Tree> parts = tree.named();
        return parts.size() == 3
                ? new Expr.Conditional(tree.at(), read(parts.get(0)), read(parts.get(1)), read(parts.get(2)))
                : new Expr.Opaque(tree.at());
    }

    private Expr lambda(Tree tree) {
        Parameters parameters = tree.child("parameters").map(this::parameters).orElse(new Parameters(List.of()));
        return new Expr.Lambda(tree.at(), parameters, field(tree, "body"));
    }

    Parameters parameters(Tree list) {
        return new Parameters(list.named().stream().map(this::parameter).flatMap(Optional::stream).toList());
    }

    private Optional<Parameters.Parameter> parameter(Tree tree) {
        return switch (tree.type()) {
            case "identifier" -> Optional.of(new Parameters.Parameter(tree.text(), null, 0));
            case "default_parameter", "typed_default_parameter" -> Optional.of(new Parameters.Parameter(
                    tree.child("name").map(Tree::text).orElse(""), field(tree, "value"), 0));
            case "typed_parameter" -> tree.named().stream().findFirst().flatMap(this::parameter);
            case "list_splat_pattern", "dictionary_splat_pattern" -> Optional.of(new Parameters.Parameter(
                    tree.text().replace("*", "").strip(), null, tree.is("list_splat_pattern") ? 1 : 2));
            default -> Optional.empty();
        };
    }

    private Expr comprehension(Tree tree) {
        List<Tree> clauses = tree.named().stream().filter(child -> child.is("for_in_clause")).toList();
        if (clauses.size() != 1) {
            return new Expr.Opaque(tree.at());
        }
        Tree clause = clauses.getFirst();
        List<Expr> conditions = tree.named().stream().filter(child -> child.is("if_clause")).map(this::only).toList();
        return new Expr.Comprehension(
                tree.at(), field(tree, "body"), field(clause, "left"), field(clause, "right"), conditions);
    }
}
