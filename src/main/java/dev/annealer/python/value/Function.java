package dev.annealer.python.value;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.syntax.Parameters;
import dev.annealer.python.syntax.Spot;
import dev.annealer.python.syntax.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function or a lambda of the script.
///
/// @param self the object that a method belongs to; null for a plain function
public record Function(
        Spot at, String name, Parameters parameters, List<Stmt> body, Scope scope, List<Expr> decorators,
        @Nullable PyValue self)
        implements PyValue {
    public static Function of(Stmt.Def def, Scope scope) {
        return new Function(def.at(), def.name(), def.parameters(), def.body(), scope, def.decorators(), null);
    }

    public static Function of(Expr.Lambda lambda, Scope scope) {
        List<Stmt> body = List.of(new Stmt.Return(lambda.body().at(), lambda.body()));
        return new Function(lambda.at(), "lambda", lambda.parameters(), body, scope, List.of(), null);
    }

    public Function boundTo(PyValue object) {
        return new Function(at, name, parameters, body, scope, decorators, object);
    }

    public boolean isDecorated(String decorator) {
        return decorators.stream().anyMatch(expression -> expression.at().text().equals(decorator));
    }
}
