package dev.annealer.python.syntax;

import dev.annealer.schedule.expression.Node.BinaryOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement of the script.
public sealed interface Stmt {
    Spot at();

    /// @param targets each takes the value: `a = b = 1` has two
    record Assign(Spot at, List<Expr> targets, Expr value) implements Stmt {}

    record Augmented(Spot at, Expr target, BinaryOperator operator, Expr value) implements Stmt {}

    /// `lr: float`, a field of a dataclass without a default.
    record Declaration(Spot at, String name) implements Stmt {}

    /// `global name, name`
    record Global(Spot at, List<String> names) implements Stmt {}

    record Evaluate(Spot at, Expr expression) implements Stmt {}

    record If(Spot at, Expr condition, List<Stmt> then, List<Stmt> otherwise) implements Stmt {}

    record For(Spot at, Expr target, Expr iterable, List<Stmt> body) implements Stmt {}

    record While(Spot at, Expr condition, List<Stmt> body) implements Stmt {}

    record Def(Spot at, String name, Parameters parameters, List<Stmt> body, List<Expr> decorators) implements Stmt {}

    record ClassDef(Spot at, String name, List<Argument> bases, List<Stmt> body, List<Expr> decorators) implements Stmt {}

    record Return(Spot at, @Nullable Expr value) implements Stmt {}

    record With(Spot at, List<Item> items, List<Stmt> body) implements Stmt {}

    /// @param target null without `as`
    record Item(Expr value, @Nullable Expr target) {}

    /// Statements that run one after the other: what a `try` holds when nothing is raised.
    record Block(Spot at, List<Stmt> body) implements Stmt {}

    record Import(Spot at, List<Binding> bindings) implements Stmt {}

    /// @param name what the script calls it; `*` for all names of the module
    /// @param path what it is: `torch.optim.lr_scheduler.StepLR`
    record Binding(String name, String path) {}

    record Leave(Spot at, Way way) implements Stmt {}

    /// How a block is left.
    enum Way {
        BREAK,
        CONTINUE,
        RAISE
    }
}
