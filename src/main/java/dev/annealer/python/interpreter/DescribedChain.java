package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.syntax.PythonSource;
import dev.annealer.python.syntax.Stmt;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Scope;
import dev.annealer.python.value.ScriptClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The chain that an exported class stands for. Where PyTorch's own schedulers can't be joined, the export computes what they
/// would give, and its documentation says which ones these are: `from step WARMUP_STEPS: OneCycleLR(optimizer, max_lr=0.2)`.
final class DescribedChain {
    private static final Pattern STAGE = Pattern.compile("(?m)^\\s*from step (.+?): (\\w+\\(.*\\))$");

    private final Interpreter interpreter;

    DescribedChain(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /// Empty for a class that describes none.
    Optional<SchedulerValue> chain(ScriptClass type, Arguments arguments, Expr.Call site) {
        Optional<String> text = documentation(type);
        var schedulers = new ArrayList<PyValue>();
        var starts = new ArrayList<PyValue>();
        var scope = new Scope(type.members());
        arguments.positional().stream().filter(OptimizerValue.class::isInstance).findFirst()
                .or(() -> arguments.get(0, "optimizer"))
                .ifPresent(optimizer -> scope.put("optimizer", optimizer));
        Matcher stages = STAGE.matcher(text.orElse(""));
        while (stages.find()) {
            starts.add(evaluate(stages.group(1), scope));
            schedulers.add(evaluate(stages.group(2), scope));
        }
        if (schedulers.isEmpty()) {
            return Optional.empty();
        }
        var named = new LinkedHashMap<String, PyValue>();
        named.put("schedulers", PyValue.Items.of(schedulers));
        named.put("milestones", PyValue.Items.of(starts.subList(1, starts.size())));
        Optional<PyValue> optimizer = Optional.ofNullable(scope.own().get("optimizer"));
        return Optional.of(new SchedulerValue(
                site.at(), "annealer.SequentialLR", null,
                new Arguments(optimizer.stream().toList(), named, List.of("optimizer"))));
    }

    private static Optional<String> documentation(ScriptClass type) {
        return type.definition().body().stream().findFirst()
                .filter(first -> first instanceof Stmt.Evaluate(_, Expr.TextLiteral _))
                .map(first -> ((Expr.TextLiteral) ((Stmt.Evaluate) first).expression()).value());
    }

    private PyValue evaluate(String expression, Scope scope) {
        return PythonSource.read(expression).statements().stream().findFirst()
                .filter(Stmt.Evaluate.class::isInstance)
                .map(statement -> interpreter.expressions().evaluate(((Stmt.Evaluate) statement).expression(), scope))
                .orElse(new PyValue.Nothing());
    }
}
