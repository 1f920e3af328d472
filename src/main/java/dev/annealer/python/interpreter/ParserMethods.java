package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.ArgumentParser;
import dev.annealer.python.value.Cause;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.Unknown;
import dev.annealer.schedule.expression.PythonNumbers;
import java.util.List;
import java.util.Optional;

/// `argparse`: what the arguments are when the script is run without any.
final class ParserMethods {
    PyValue call(ArgumentParser parser, String name, Arguments arguments, Expr.Call site) {
        return switch (name) {
            case "add_argument" -> {
                add(parser, arguments, site);
                yield new PyValue.Nothing();
            }
            case "set_defaults" -> {
                parser.defaults().putAll(arguments.named());
                yield new PyValue.Nothing();
            }
            case "add_argument_group", "add_mutually_exclusive_group" -> parser;
            case "parse_args" -> namespace(parser);
            case "parse_known_args" -> PyValue.Items.of(List.of(namespace(parser), PyValue.Items.of(List.of())));
            default -> Unknown.at(site.at());
        };
    }

    private static PyValue namespace(ArgumentParser parser) {
        var namespace = new PyValue.Dict();
        namespace.entries().putAll(parser.defaults());
        return namespace;
    }

    private static void add(ArgumentParser parser, Arguments arguments, Expr.Call site) {
        Optional<String> name = name(arguments);
        if (name.isEmpty()) {
            return;
        }
        String action = arguments.named("action").orElse(null) instanceof PyValue.Text(String text) ? text : "";
        PyValue standard = arguments.named("default").orElseGet(() -> withoutDefault(action, name.get(), arguments, site));
        parser.defaults().put(name.get(), converted(standard, arguments));
    }

    /// `--weight-decay` is `weight_decay`; of several names the first long one counts.
    private static Optional<String> name(Arguments arguments) {
        if (arguments.named("dest").orElse(null) instanceof PyValue.Text(String dest)) {
            return Optional.of(dest);
        }
        List<String> names = arguments.positional().stream()
                .filter(PyValue.Text.class::isInstance)
                .map(value -> ((PyValue.Text) value).text())
                .toList();
        return names.stream()
                .filter(option -> option.startsWith("--"))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(option -> option.replaceFirst("^-+", "").replace('-', '_'));
    }

    private static PyValue withoutDefault(String action, String name, Arguments arguments, Expr.Call site) {
        boolean mustBeGiven = arguments.named("required").flatMap(Truth::of).orElse(false)
                || arguments.positional().stream().noneMatch(value -> value instanceof PyValue.Text(String text) && text.startsWith("-"));
        return switch (action) {
            case "store_true" -> Quantity.truth(false);
            case "store_false" -> Quantity.truth(true);
            default -> mustBeGiven
                    ? new Unknown(List.of(new Cause("args." + name, site.at().line())))
                    : new PyValue.Nothing();
        };
    }

    /// A default that is a text goes through `type`.
    private static PyValue converted(PyValue standard, Arguments arguments) {
        boolean numeric = arguments.named("type").orElse(null) instanceof PyValue.External(String path)
                && (path.equals("builtins.int") || path.equals("builtins.float"));
        if (numeric && standard instanceof PyValue.Text(String text)) {
            return PythonNumbers.constant(text).<PyValue>map(Quantity::of).orElse(standard);
        }
        return standard;
    }
}
