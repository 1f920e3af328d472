package dev.annealer.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// tree-sitter's statements to ours. What is no Python is skipped; the statements in and around it are read.
final class StatementReader {
    private static final int DEEPEST = 100;

    private final ExpressionReader expressions = new ExpressionReader();
    private final ImportReader imports = new ImportReader();
    private int depth;

    List<Stmt> block(Tree block) {
        if (depth >= DEEPEST) {
            return List.of();
        }
        depth++;
        try {
            return block.named().stream().flatMap(child -> statement(child).stream()).toList();
        } finally {
            depth--;
        }
    }

    private List<Stmt> body(Tree tree, String field) {
        return tree.child(field).map(this::block).orElse(List.of());
    }

    private List<Stmt> statement(Tree tree) {
        return switch (tree.type()) {
            case "expression_statement" -> List.of(simple(tree));
            case "assignment", "augmented_assignment" -> List.of(assigned(tree));
            case "if_statement" -> List.of(branches(tree, tree.all("alternative")));
            case "for_statement" -> List.of(new Stmt.For(
                    tree.at(), field(tree, "left"), field(tree, "right"), body(tree, "body")));
            case "while_statement" -> List.of(new Stmt.While(tree.at(), field(tree, "condition"), body(tree, "body")));
            case "function_definition" -> List.of(function(tree, List.of()));
            case "class_definition" -> List.of(classOf(tree, List.of()));
            case "decorated_definition" -> decorated(tree);
            case "return_statement" -> List.of(new Stmt.Return(
                    tree.at(), tree.named().stream().findFirst().map(expressions::read).orElse(null)));
            case "with_statement" -> List.of(with(tree));
            case "try_statement" -> List.of(attempt(tree));
            case "import_statement", "import_from_statement" -> List.of(new Stmt.Import(tree.at(), imports.bindings(tree)));
            case "break_statement" -> List.of(new Stmt.Leave(tree.at(), Stmt.Way.BREAK));
            case "continue_statement" -> List.of(new Stmt.Leave(tree.at(), Stmt.Way.CONTINUE));
            case "raise_statement" -> List.of(new Stmt.Leave(tree.at(), Stmt.Way.RAISE));
            case "global_statement" -> List.of(new Stmt.Global(tree.at(), tree.named().stream().map(Tree::text).toList()));
            case "match_statement" -> choice(tree.child("subject").map(expressions::read).orElseGet(() -> new Expr.Opaque(tree.at())),
                    tree.ofType("block").stream().flatMap(block -> block.named().stream()).filter(part -> part.is("case_clause")).toList());
            case "ERROR", "block", "module" -> block(tree);
            default -> List.of();
        };
    }

    private Expr field(Tree tree, String name) {
        return tree.child(name).map(expressions::read).orElseGet(() -> new Expr.Opaque(tree.at()));
    }

    private Stmt simple(Tree tree) {
        List<Tree> children = tree.named();
        if (children.size() == 1 && children.getFirst().type().endsWith("assignment")) {
            return assigned(children.getFirst());
        }
        Expr value = children.size() == 1
                ? expressions.read(children.getFirst())
                : new Expr.Sequence(tree.at(), children.stream().map(expressions::read).toList());
        return new Stmt.Evaluate(tree.at(), value);
    }

    private Stmt assigned(Tree tree) {
        if (tree.is("augmented_assignment")) {
            String symbol = tree.child("operator").map(Tree::text).orElse("").replace("=", "");
            return ExpressionReader.operator(symbol)
                    .<Stmt>map(operator ->
                            new Stmt.Augmented(tree.at(), field(tree, "left"), operator, field(tree, "right")))
                    .orElseGet(() -> new Stmt.Evaluate(tree.at(), field(tree, "right")));
        }
        var targets = new ArrayList<Expr>();
        Tree current = tree;
        while (true) {
            targets.add(field(current, "left"));
            Optional<Tree> right = current.child("right");
            if (right.isEmpty()) {
                return new Stmt.Declaration(tree.at(), tree.child("left").map(Tree::text).orElse(""));
            }
            if (!right.get().is("assignment")) {
                return new Stmt.Assign(tree.at(), targets, expressions.read(right.get()));
            }
            current = right.get();
        }
    }

    private Stmt branches(Tree tree, List<Tree> alternatives) {
        List<Stmt> otherwise = List.of();
        if (!alternatives.isEmpty()) {
            Tree next = alternatives.getFirst();
            otherwise = next.is("elif_clause")
                    ? List.of(branches(next, alternatives.subList(1, alternatives.size())))
                    : body(next, "body");
        }
        return new Stmt.If(tree.at(), field(tree, "condition"), body(tree, "consequence"), otherwise);
    }

    /// `match` as a chain of `if`: a pattern that is a value is compared, any other takes what comes.
    private List<Stmt> choice(Expr subject, List<Tree> cases) {
        if (cases.isEmpty()) {
            return List.of();
        }
        Tree first = cases.getFirst();
        List<Tree> patterns = first.named().stream().filter(part -> part.is("case_pattern")).flatMap(part -> alternatives(part).stream()).toList();
        List<Stmt> body = body(first, "consequence");
        boolean takesAll = patterns.isEmpty() || patterns.stream().anyMatch(pattern -> !pattern.is("string") && !pattern.is("integer") && !pattern.is("float"));
        if (takesAll) {
            return body;
        }
        Expr values = new Expr.Sequence(first.at(), patterns.stream().map(expressions::read).toList());
        Expr condition = new Expr.Comparison(first.at(), List.of(subject, values), List.of("in"));
        return List.of(new Stmt.If(first.at(), condition, body, choice(subject, cases.subList(1, cases.size()))));
    }

    private static List<Tree> alternatives(Tree pattern) {
        Tree inner = pattern.named().isEmpty() ? pattern : pattern.named().getFirst();
        return inner.is("union_pattern") ? inner.named() : List.of(inner);
    }

    private Stmt function(Tree tree, List<Expr> decorators) {
        Parameters parameters = tree.child("parameters").map(expressions::parameters).orElse(new Parameters(List.of()));
        return new Stmt.Def(tree.at(), name(tree), parameters, body(tree, "body"), decorators);
    }

    private static String name(Tree tree) {
        return tree.child("name").map(Tree::text).orElse("");
    }

    private Stmt classOf(Tree tree, List<Expr> decorators) {
        List<Argument> bases = tree.child("superclasses").map(expressions::arguments).orElse(List.of());
        return new Stmt.ClassDef(tree.at(), name(tree), bases, body(tree, "body"), decorators);
    }

    private List<Stmt> decorated(Tree tree) {
        List<Expr> decorators = tree.named().stream()
                .filter(child -> child.is("decorator"))
                .flatMap(child -> child.named().stream().limit(1))
                .map(expressions::read)
                .toList();
        return tree.child("definition").stream()
                .map(definition -> definition.is("class_definition")
                        ? classOf(definition, decorators)
                        : function(definition, decorators))
                .toList();
    }

    private Stmt with(Tree tree) {
        List<Stmt.Item> items = tree.ofType("with_clause").stream()
                .flatMap(clause -> clause.named().stream())
                .map(item -> item(item.child("value").orElse(item)))
                .toList();
        return new Stmt.With(tree.at(), items, body(tree, "body"));
    }

    private Stmt.Item item(Tree value) {
        if (!value.is("as_pattern")) {
            return new Stmt.Item(expressions.read(value), null);
        }
        Expr target = value.child("alias")
                .flatMap(alias -> alias.named().stream().findFirst())
                .map(expressions::read)
                .orElse(null);
        return new Stmt.Item(expressions.read(value.named().getFirst()), target);
    }

    /// What runs when nothing is raised: the body, `else`, `finally`.
    private Stmt attempt(Tree tree) {
        var all = new ArrayList<>(body(tree, "body"));
        for (Tree clause : tree.named()) {
            if (clause.is("else_clause")) {
                all.addAll(body(clause, "body"));
            } else if (clause.is("finally_clause")) {
                clause.ofType("block").ifPresent(block -> all.addAll(block(block)));
            }
        }
        return new Stmt.Block(tree.at(), all);
    }
}
