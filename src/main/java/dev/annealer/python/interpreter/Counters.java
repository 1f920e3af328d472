package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.syntax.Stmt;
import dev.annealer.schedule.expression.Node.BinaryOperator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the names that a loop's body counts with.
final class Counters {
    private static final Set<String> BUILDING = Set.of("append", "extend", "insert", "update", "add_param_group", "print");
    private static final Pattern TRAINING = Pattern.compile("(?i).*(train|epoch|step|fit|run|valid|eval|test).*");

    private Counters() {}

    /// Names with `name += 1`, and the loop that the statement stands in.
    static Map<String, Stmt> of(List<Stmt> body, Stmt loop) {
        var counters = new LinkedHashMap<String, Stmt>();
        collect(body, loop, counters);
        return counters;
    }

    private static void collect(List<Stmt> body, Stmt loop, Map<String, Stmt> counters) {
        for (Stmt statement : body) {
            switch (statement) {
                case Stmt.Augmented(_, Expr.Name(_, String id), BinaryOperator operator, Expr.NumberLiteral(_, Number by))
                        when operator == BinaryOperator.ADD && by.doubleValue() == 1 -> counters.putIfAbsent(id, loop);
                case Stmt.If branch -> {
                    collect(branch.then(), loop, counters);
                    collect(branch.otherwise(), loop, counters);
                }
                case Stmt.For inner -> collect(inner.body(), inner, counters);
                case Stmt.While inner -> collect(inner.body(), inner, counters);
                case Stmt.With with -> collect(with.body(), loop, counters);
                case Stmt.Block(_, List<Stmt> inner) -> collect(inner, loop, counters);
                default -> { }
            }
        }
    }

    /// Whether the statements only build lists and numbers, as no training loop does.
    static boolean build(List<Stmt> body) {
        return body.stream().allMatch(Counters::builds);
    }

    private static boolean builds(Stmt statement) {
        return switch (statement) {
            case Stmt.Evaluate(_, Expr.Call(_, Expr callee, _)) -> BUILDING.contains(name(callee));
            case Stmt.Assign(_, _, Expr.Call(_, Expr callee, _)) -> !TRAINING.matcher(name(callee)).matches();
            case Stmt.Evaluate _, Stmt.Assign _, Stmt.Augmented _, Stmt.Declaration _, Stmt.Global _, Stmt.Leave _, Stmt.Return _ -> true;
            case Stmt.If branch -> build(branch.then()) && build(branch.otherwise());
            case Stmt.For inner -> build(inner.body());
            case Stmt.Block(_, List<Stmt> inner) -> build(inner);
            case Stmt.With _, Stmt.While _, Stmt.Def _, Stmt.ClassDef _, Stmt.Import _ -> false;
        };
    }

    private static String name(Expr callee) {
        return switch (callee) {
            case Expr.Attribute(_, _, String name) -> name;
            case Expr.Name(_, String id) -> id;
            default -> "";
        };
    }
}
