package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.syntax.PythonSource;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.Function;
import dev.annealer.python.value.Instance;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Scope;
import dev.annealer.python.value.ScriptClass;
import dev.annealer.python.value.Unknown;
import java.util.List;
import java.util.Map;

/// Goes through a script: the module, then the functions and methods that nothing in it calls.
public final class Interpreter {
    private final Reading reading;
    private final Statements statements;
    private final Expressions expressions;
    private final Calls calls;
    private final Members members;

    private Interpreter(Map<String, PyValue> answers) {
        this.reading = new Reading(answers);
        this.expressions = new Expressions(this);
        this.members = new Members(this);
        this.calls = new Calls(this);
        this.statements = new Statements(this);
    }

    /// @param answers values by the text of an expression without blanks
    public static Recording run(PythonSource source, Map<String, PyValue> answers) {
        var interpreter = new Interpreter(answers);
        Scope module = interpreter.reading.recording().module();
        module.put("__name__", new PyValue.Text("__main__"));
        interpreter.statements.block(source.statements(), module);
        interpreter.enterWhatNothingCalls(module);
        return interpreter.reading.recording();
    }

    /// The value of `expression` alone: a literal, or arithmetic on literals.
    public static PyValue evaluate(Expr expression) {
        return new Interpreter(Map.of()).expressions.evaluate(expression, new Scope(null));
    }

    /// What a function of one parameter gives for `step`.
    public static PyValue apply(PyValue function, PyValue step, Map<String, PyValue> answers) {
        var interpreter = new Interpreter(answers);
        interpreter.reading.enterFormula();
        var arguments = new Arguments(List.of(step), Map.of(), List.of("step"));
        return switch (function) {
            case Function own -> interpreter.calls.enter(own, arguments);
            case PyValue.Partial(Function own, Arguments given) -> interpreter.calls.enter(own, given.and(arguments));
            case Instance instance when interpreter.members.find(instance, "__call__") instanceof Function call ->
                interpreter.calls.enter(call, arguments);
            default -> new Unknown(List.of());
        };
    }

    /// The learning rates that the `get_lr` of a scheduler of the script gives at a step, one for each base LR.
    ///
    /// @param step what `last_epoch` is
    public static PyValue learningRates(SchedulerValue scheduler, List<Quantity> baseLrs, Quantity step, Map<String, PyValue> answers) {
        var interpreter = new Interpreter(answers);
        ScriptClass type = scheduler.type().orElseThrow();
        Instance instance = interpreter.calls.construct(type, scheduler.arguments());
        instance.attributes().put("base_lrs", PyValue.Items.of(baseLrs));
        instance.attributes().put("last_epoch", step);
        interpreter.reading.enterFormula();
        return interpreter.members.find(instance, "get_lr") instanceof Function method
                ? interpreter.calls.enter(method, new Arguments(List.of(), Map.of(), List.of()))
                : new Unknown(List.of());
    }

    private void enterWhatNothingCalls(Scope module) {
        for (PyValue value : List.copyOf(module.own().values())) {
            if (value instanceof Function function && !reading.wasEntered(function.at())) {
                calls.enter(function, new Arguments(List.of(), Map.of(), List.of()));
            }
        }
        for (PyValue value : List.copyOf(module.own().values())) {
            if (value instanceof ScriptClass type) {
                enterMethods(type);
            }
        }
    }

    private void enterMethods(ScriptClass type) {
        List<Function> methods = type.members().own().values().stream()
                .filter(Function.class::isInstance)
                .map(Function.class::cast)
                .filter(method -> !reading.wasEntered(method.at()))
                .toList();
        if (methods.isEmpty() || type.externalBase().filter(TorchNames::isSchedulerBase).isPresent()) {
            return;
        }
        Instance instance = reading.recording().instances().stream()
                .filter(made -> made.type() == type)
                .findFirst()
                .orElseGet(() -> calls.construct(type, new Arguments(List.of(), Map.of(), List.of())));
        for (Function method : methods) {
            if (!reading.wasEntered(method.at())) {
                PyValue result = calls.enter(method.boundTo(instance), new Arguments(List.of(), Map.of(), List.of()));
                if (method.name().equals("configure_optimizers")) {
                    reading.recording().configured().add(result);
                }
            }
        }
    }

    Reading reading() {
        return reading;
    }

    Statements statements() {
        return statements;
    }

    Expressions expressions() {
        return expressions;
    }

    Calls calls() {
        return calls;
    }

    Members members() {
        return members;
    }
}
