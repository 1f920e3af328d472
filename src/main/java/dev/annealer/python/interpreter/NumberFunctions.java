package dev.annealer.python.interpreter;

import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.Arithmetic;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.schedule.expression.Function;
import dev.annealer.schedule.expression.Node.BinaryOperator;
import dev.annealer.schedule.expression.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `int`, `max`, `math.cos` and their like.
final class NumberFunctions {
    private static final Set<String> MODULES = Set.of("math", "numpy", "torch");
    /// What other modules call the same.
    private static final Map<String, String> SYNONYMS = Map.of("maximum", "max", "minimum", "min", "power", "pow", "float32", "float", "float64", "float");

    private NumberFunctions() {}

    /// Empty for what is no function of numbers, or of arguments that it can't have.
    static Optional<PyValue> call(String path, Arguments arguments) {
        int dot = path.lastIndexOf('.');
        String module = path.substring(0, Math.max(0, dot));
        String name = path.substring(dot + 1);
        if (module.equals("builtins") && name.equals("sum")) {
            return arguments.get(0, "").flatMap(NumberFunctions::sum);
        }
        if (module.equals("builtins") && name.equals("bool")) {
            return arguments.get(0, "").flatMap(Truth::of).map(Quantity::truth);
        }
        if (!module.equals("builtins") && !MODULES.contains(module)) {
            return Optional.empty();
        }
        List<PyValue> values = values(arguments);
        return function(module, SYNONYMS.getOrDefault(name, name))
                .filter(known -> known.takes(values.size()))
                .flatMap(known -> Arithmetic.combine(
                        nodes -> new Node.Call(known, List.of(nodes)), values.toArray(PyValue[]::new)));
    }

    private static Optional<Function> function(String module, String name) {
        return module.equals("builtins") || name.equals("max") || name.equals("min") || name.equals("abs") || name.equals("round")
                ? Function.bare(name).filter(known -> known.qualifiedName().equals(name))
                : Function.ofMath(name).or(() -> Function.bare(name));
    }

    /// `max([a, b])` is `max(a, b)`.
    private static List<PyValue> values(Arguments arguments) {
        var values = new ArrayList<>(arguments.positional());
        values.addAll(arguments.named().values());
        return values.size() == 1 && values.getFirst() instanceof PyValue.Items(List<PyValue> items) ? items : values;
    }

    private static Optional<PyValue> sum(PyValue list) {
        if (!(list instanceof PyValue.Items(List<PyValue> items))) {
            return Optional.empty();
        }
        Optional<PyValue> total = Optional.of(Quantity.of(0));
        for (PyValue item : items) {
            total = total.flatMap(before -> Arithmetic.combine(
                    nodes -> new Node.Binary(BinaryOperator.ADD, nodes[0], nodes[1]), before, item));
        }
        return total;
    }
}
