package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.ArgumentParser;
import dev.annealer.python.value.Arithmetic;
import dev.annealer.python.value.Loader;
import dev.annealer.python.value.OptimizerValue;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Unknown;
import dev.annealer.schedule.expression.Function;
import dev.annealer.schedule.expression.Node.BinaryOperator;
import dev.annealer.schedule.expression.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Calls of names that are not the script's: of Python, of PyTorch, and of what is around it.
final class Library {
    private final Reading reading;
    private final ForeignCalls foreign;
    private final DataCalls data = new DataCalls();
    private final Libraries libraries;
    private final Iterables iterables = new Iterables();
    private final Interpreter interpreter;

    Library(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.reading = interpreter.reading();
        this.libraries = new Libraries(interpreter);
        this.foreign = new ForeignCalls(interpreter, libraries);
    }

    PyValue call(PyValue.External callee, Arguments arguments, Expr.Call site) {
        String path = callee.path();
        if (path.startsWith("torch.optim.lr_scheduler.")) {
            return scheduler(path, arguments, site);
        }
        if (TorchNames.isOptimizer(path)) {
            return optimizer(callee.name(), arguments, site);
        }
        Optional<PyValue> number = NumberFunctions.call(path, arguments);
        if (number.isPresent()) {
            return number.get();
        }
        if (path.equals("functools.partial") && !arguments.positional().isEmpty()) {
            return new PyValue.Partial(arguments.positional().getFirst(), arguments.withoutFirst());
        }
        if (path.startsWith("builtins.")) {
            return builtIn(callee.name(), arguments, site);
        }
        Optional<PyValue> options = CommandOptions.call(interpreter, callee, arguments, site);
        if (options.isPresent()) {
            return options.get();
        }
        if (callee.name().equals("ArgumentParser")) {
            return parser(arguments);
        }
        if (callee.name().equals("SimpleNamespace") || callee.name().equals("Namespace") || callee.name().toLowerCase(Locale.ROOT).endsWith("dict")) {
            return dictionary(arguments);
        }
        Optional<PyValue> known = libraries.call(path, arguments, site);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<PyValue> found = data.call(callee, arguments, site);
        if (found.orElse(null) instanceof Loader loader) {
            reading.recording().loaders().add(loader);
        }
        return found.orElseGet(() -> foreign(callee, arguments, site));
    }

    PyValue foreign(PyValue callee, Arguments arguments, Expr.Call site) {
        return foreign.call(callee, arguments, site);
    }

    private PyValue scheduler(String path, Arguments arguments, Expr.Call site) {
        return reading.made(new SchedulerValue(reading.site(site.at()), path, null, arguments));
    }

    private PyValue optimizer(String type, Arguments arguments, Expr.Call site) {
        return reading.made(new OptimizerValue(reading.site(site.at()), type, arguments));
    }

    private PyValue builtIn(String name, Arguments arguments, Expr.Call site) {
        PyValue first = arguments.get(0, "").orElse(new PyValue.Nothing());
        Unknown unknown = Unknown.at(site.at());
        return switch (name) {
            case "range" -> range(arguments, unknown);
            case "enumerate" -> new PyValue.Repeated(first, arguments.get(1, "start").orElse(Quantity.of(0)));
            case "zip" -> zip(arguments, unknown);
            case "list", "tuple", "sorted", "set", "reversed" -> iterables.items(first, 1000).<PyValue>map(PyValue.Items::of)
                    .orElse(first);
            case "iter" -> first;
            case "dict" -> first instanceof PyValue.Dict dict ? dict : dictionary(arguments);
            case "vars" -> first;
            case "any", "all" -> first instanceof PyValue.Items(List<PyValue> items)
                    ? quantified(items, name.equals("any"), unknown)
                    : unknown;
            case "len" -> iterables.length(first).orElse(unknown);
            case "float", "int" -> first instanceof PyValue.Text(String text) ? number(text, name, unknown) : Unknown.of(first);
            case "str" -> first instanceof PyValue.Text ? first : unknown;
            case "getattr" -> attribute(first, arguments, unknown);
            default -> unknown;
        };
    }

    private static PyValue quantified(List<PyValue> items, boolean isAny, Unknown unknown) {
        List<Optional<Boolean>> truths = items.stream().map(Truth::of).toList();
        if (truths.contains(Optional.of(isAny))) {
            return Quantity.truth(isAny);
        }
        return truths.contains(Optional.<Boolean>empty()) ? unknown : Quantity.truth(!isAny);
    }

    private static PyValue number(String text, String type, Unknown otherwise) {
        try {
            double value = Double.parseDouble(text.strip());
            return type.equals("int") ? Quantity.of((long) value) : Quantity.of(Double.valueOf(value));
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    private static PyValue range(Arguments arguments, Unknown unknown) {
        List<PyValue> bounds = arguments.positional();
        return switch (bounds.size()) {
            case 1 -> new PyValue.Range(Quantity.of(0), bounds.getFirst(), Quantity.of(1));
            case 2, 3 -> {
                PyValue step = bounds.size() == 3 ? bounds.get(2) : Quantity.of(1);
                PyValue span = Arithmetic.combine(
                                nodes -> new Node.Binary(BinaryOperator.SUBTRACT, nodes[0], nodes[1]), bounds.get(1), bounds.get(0))
                        .orElse(unknown);
                boolean byOne = step instanceof Quantity quantity && quantity.isKnown() && quantity.at(0) == 1;
                // Where a training that goes on begins is in its checkpoint; one that is new begins at 0.
                boolean resumes = bounds.get(0) instanceof Unknown && byOne;
                yield resumes
                        ? new PyValue.Range(Quantity.of(0), bounds.get(1), step)
                        : new PyValue.Range(bounds.get(0), byOne ? span : times(span, step, unknown), step);
            }
            default -> unknown;
        };
    }

    private static PyValue times(PyValue span, PyValue step, Unknown unknown) {
        return Arithmetic.combine(
                        nodes -> new Node.Call(Function.CEIL, List.of(new Node.Binary(BinaryOperator.DIVIDE, nodes[0], nodes[1]))),
                        span, step)
                .orElse(unknown);
    }

    private PyValue zip(Arguments arguments, Unknown unknown) {
        List<Optional<List<PyValue>>> lists =
                arguments.positional().stream().map(list -> iterables.items(list, 1000)).toList();
        if (lists.isEmpty() || lists.stream().anyMatch(Optional::isEmpty)) {
            return arguments.positional().isEmpty() ? unknown : new PyValue.Repeated(arguments.positional().getFirst(), null);
        }
        int length = lists.stream().mapToInt(list -> list.get().size()).min().orElse(0);
        return PyValue.Items.of(IntStream.range(0, length)
                .mapToObj(i -> PyValue.Items.of(lists.stream().map(list -> list.get().get(i)).toList()))
                .toList());
    }

    /// With the arguments of its `parents`.
    private PyValue parser(Arguments arguments) {
        var parser = new ArgumentParser();
        arguments.named("parents").flatMap(parents -> iterables.items(parents, 100)).orElse(List.of()).stream()
                .filter(ArgumentParser.class::isInstance)
                .forEach(parent -> parser.defaults().putAll(((ArgumentParser) parent).defaults()));
        return parser;
    }

    private static PyValue dictionary(Arguments arguments) {
        var dict = new PyValue.Dict();
        if (arguments.get(0, "").orElse(null) instanceof PyValue.Dict given) {
            dict.entries().putAll(given.entries());
        }
        dict.entries().putAll(arguments.named());
        return dict;
    }

    private PyValue attribute(PyValue object, Arguments arguments, Unknown unknown) {
        if (!(arguments.get(1, "").orElse(null) instanceof PyValue.Text(String name))) {
            return unknown;
        }
        PyValue found = interpreter.members().find(object, name);
        return found != null ? found : arguments.get(2, "").orElse(unknown);
    }
}
