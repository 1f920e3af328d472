package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.value.ArgumentParser;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.Function;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.ScriptClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the options of a script are when it is run without any, by the libraries beside `argparse`: tyro, simple_parsing, Hugging
/// Face's parser, click, typer, absl.
final class CommandOptions {
    private static final Arguments NONE = new Arguments(List.of(), Map.of(), List.of());
    /// Make an object of a class, or call a function, with its defaults.
    private static final Set<String> FILLING = Set.of(
            "tyro.cli", "simple_parsing.parse", "pyrallis.parse", "draccus.parse", "jsonargparse.CLI", "jsonargparse.auto_cli",
            "omegaconf.OmegaConf.structured", "fire.Fire", "typer.run");

    private CommandOptions() {}

    /// Empty for what is no call of these libraries.
    static Optional<PyValue> call(Interpreter interpreter, PyValue.External callee, Arguments arguments, Expr.Call site) {
        String path = callee.path();
        if (FILLING.contains(path)) {
            return all(arguments).filter(CommandOptions::isFillable).findFirst().map(of -> filled(interpreter, of));
        }
        if (callee.name().equals("HfArgumentParser")) {
            List<PyValue> classes = arguments.get(0, "dataclass_types").stream()
                    .flatMap(given -> given instanceof PyValue.Items(List<PyValue> items) ? items.stream() : Stream.of(given))
                    .filter(ScriptClass.class::isInstance)
                    .map(of -> filled(interpreter, of))
                    .toList();
            return classes.isEmpty() ? Optional.empty() : Optional.of(PyValue.Items.of(classes));
        }
        if (path.equals("omegaconf.OmegaConf.create") || path.startsWith("typer.") && Set.of("Option", "Argument").contains(callee.name())) {
            return arguments.get(0, "default");
        }
        if (callee.name().startsWith("DEFINE_") && arguments.get(0, "name").orElse(null) instanceof PyValue.Text(String name)) {
            PyValue standard = arguments.get(1, "default").orElse(new PyValue.Nothing());
            interpreter.reading().flags().entries().put(name, standard);
            var holder = new PyValue.Dict();
            holder.entries().put("value", standard);
            return Optional.of(holder);
        }
        return Optional.empty();
    }

    private static Stream<PyValue> all(Arguments arguments) {
        return Stream.concat(arguments.positional().stream(), arguments.named().values().stream());
    }

    private static boolean isFillable(PyValue value) {
        return value instanceof ScriptClass || value instanceof Function;
    }

    private static PyValue filled(Interpreter interpreter, PyValue value) {
        return value instanceof ScriptClass type ? interpreter.calls().construct(type, NONE) : interpreter.calls().enter((Function) value, NONE);
    }

    /// What a decorator of click, `@click.option("--lr", default=0.1)`, gives to a parameter.
    static Optional<PyValue> option(Interpreter interpreter, Function function, String parameter) {
        for (Expr decorator : function.decorators()) {
            if (decorator instanceof Expr.Call(_, Expr.Attribute(_, _, String name), _) && Set.of("option", "argument").contains(name)) {
                var parser = new ArgumentParser();
                Expr.Call call = (Expr.Call) decorator;
                Arguments given = interpreter.expressions().arguments(call.arguments(), function.scope());
                new ParserMethods().call(parser, "add_argument", given, call);
                boolean renamed = given.positional().contains(new PyValue.Text(parameter));
                PyValue standard = renamed ? parser.defaults().values().stream().findFirst().orElse(null) : parser.defaults().get(parameter);
                if (standard != null && !(standard instanceof PyValue.Nothing)) {
                    return Optional.of(standard);
                }
            }
        }
        return Optional.empty();
    }
}
