package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.syntax.Parameters;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.Cause;
import dev.annealer.python.value.Function;
import dev.annealer.python.value.Instance;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Scope;
import dev.annealer.python.value.ScriptClass;
import dev.annealer.python.value.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Calls: of the script's own functions and classes, and of all else.
final class Calls {
    private final Interpreter interpreter;
    private final Reading reading;
    private final Methods methods;
    private final Library library;
    private final DescribedChain described;

    Calls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.reading = interpreter.reading();
        this.methods = new Methods(interpreter);
        this.library = new Library(interpreter);
        this.described = new DescribedChain(interpreter);
    }

    PyValue call(PyValue callee, Arguments arguments, Expr.Call site) {
        return switch (callee) {
            case Function function -> enter(function, arguments);
            case ScriptClass type -> make(type, arguments, site);
            case PyValue.Method method -> methods.call(method, arguments, site);
            case PyValue.Partial(PyValue inner, Arguments given) -> call(inner, given.and(arguments), site);
            case PyValue.External external -> library.call(external, arguments, site);
            case Instance instance when interpreter.members().find(instance, "__call__") instanceof Function call ->
                enter(call, arguments);
            default -> library.foreign(callee, arguments, site);
        };
    }

    /// The value that the function returns, as far as it can be told.
    PyValue enter(Function function, Arguments arguments) {
        if (!reading.enter(function)) {
            return Unknown.at(function.at());
        }
        try {
            Scope scope = bind(function, arguments);
            Flow flow = interpreter.statements().block(function.body(), scope);
            return flow instanceof Flow.Returned(PyValue value) ? value : new PyValue.Nothing();
        } finally {
            reading.leaveCall();
        }
    }

    private Scope bind(Function function, Arguments arguments) {
        var scope = new Scope(function.scope());
        int position = 0;
        var rest = new PyValue.Dict();
        rest.entries().putAll(arguments.named());
        for (Parameters.Parameter parameter : function.parameters().all()) {
            boolean isSelf = function.self() != null && scope.own().isEmpty();
            rest.entries().remove(parameter.name());
            if (isSelf) {
                scope.put(parameter.name(), function.self());
            } else if (parameter.stars() == 1) {
                scope.put(parameter.name(), PyValue.Items.of(
                        arguments.positional().subList(Math.min(position, arguments.positional().size()), arguments.positional().size())));
            } else if (parameter.stars() == 2) {
                scope.put(parameter.name(), rest);
            } else {
                scope.put(parameter.name(), argument(function, arguments, position++, parameter));
            }
        }
        return scope;
    }

    private PyValue argument(Function function, Arguments arguments, int position, Parameters.Parameter parameter) {
        Optional<PyValue> given = arguments.get(position, parameter.name());
        if (given.isPresent()) {
            return given.get();
        }
        PyValue answer = reading.answer(parameter.name());
        if (answer != null) {
            return answer;
        }
        Optional<PyValue> option = CommandOptions.option(interpreter, function, parameter.name());
        if (option.isPresent()) {
            return option.get();
        }
        return parameter.standard() == null
                ? new Unknown(List.of(new Cause(parameter.name(), function.at().line())))
                : interpreter.expressions().evaluate(parameter.standard(), function.scope());
    }

    private PyValue make(ScriptClass type, Arguments arguments, Expr.Call site) {
        Optional<PyValue.External> base = type.externalBase();
        if (base.filter(TorchNames::isSchedulerBase).isPresent()) {
            return reading.made(described.chain(type, arguments, site)
                    .or(() -> derived(type, arguments, site))
                    .orElseGet(() -> new SchedulerValue(reading.site(site.at()), type.name(), type, arguments)));
        }
        if (base.filter(external -> TorchNames.isOptimizerBase(external) || TorchNames.isOptimizer(external.path())).isPresent()) {
            return reading.made(new OptimizerValue(reading.site(site.at()), type.name(), arguments));
        }
        return construct(type, arguments);
    }

    /// `class Noam(LambdaLR)` without formulas of its own is the scheduler that its constructor hands on to.
    private Optional<SchedulerValue> derived(ScriptClass type, Arguments arguments, Expr.Call site) {
        boolean own = Stream.of("get_lr", "step", "_get_closed_form_lr").anyMatch(name -> type.find(name) != null);
        if (own || type.externalBase().filter(base -> TorchNames.isScheduler(base.path())).isEmpty()) {
            return Optional.empty();
        }
        Arguments handedOn = type.find("__init__") == null ? arguments : reading.handedOn(() -> construct(type, arguments));
        return Optional.ofNullable(handedOn)
                .map(given -> new SchedulerValue(reading.site(site.at()), type.externalBase().orElseThrow().path(), null, given));
    }

    Instance construct(ScriptClass type, Arguments arguments) {
        var instance = new Instance(type);
        reading.recording().instances().add(instance);
        if (type.find("__init__") instanceof Function constructor) {
            Function bound = constructor.boundTo(instance);
            instance.given().putAll(bind(bound, arguments).own());
            enter(bound, arguments);
        } else {
            fields(type, arguments, instance.attributes());
        }
        return instance;
    }

    /// The constructor of a dataclass.
    private static void fields(ScriptClass type, Arguments arguments, Map<String, PyValue> attributes) {
        for (int i = 0; i < type.fields().size(); i++) {
            String field = type.fields().get(i);
            arguments.get(i, field).ifPresent(value -> attributes.put(field, value));
        }
        attributes.putAll(arguments.named());
    }
}
