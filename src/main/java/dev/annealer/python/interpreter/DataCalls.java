package dev.annealer.python.interpreter;

import dev.annealer.python.syntax.Expr;
import dev.annealer.python.value.Arguments;
import dev.annealer.python.value.Arithmetic;
import dev.annealer.python.value.Loader;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.python.value.Unknown;
import dev.annealer.schedule.expression.Function;
import dev.annealer.schedule.expression.Node.BinaryOperator;
import dev.annealer.schedule.expression.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Data sets of a known size, and loaders.
final class DataCalls {
    /// Images of the training and of the test part.
    private static final Map<String, long[]> SIZES = Map.of(
            "MNIST", new long[] {60_000, 10_000},
            "FashionMNIST", new long[] {60_000, 10_000},
            "KMNIST", new long[] {60_000, 10_000},
            "CIFAR10", new long[] {50_000, 10_000},
            "CIFAR100", new long[] {50_000, 10_000});

    private final Iterables iterables = new Iterables();

    Optional<PyValue> call(PyValue.External callee, Arguments arguments, Expr.Call site) {
        long[] sizes = callee.path().contains("datasets.") ? SIZES.get(callee.name()) : null;
        if (sizes != null) {
            boolean train = arguments.get(1, "train").flatMap(Truth::of).orElse(true);
            return Optional.of(new PyValue.Sized(Quantity.of(sizes[train ? 0 : 1])));
        }
        return switch (callee.name()) {
            case "DataLoader" -> Optional.of(loader(arguments, site));
            case "random_split" -> arguments.get(1, "lengths").flatMap(DataCalls::split);
            case "tqdm", "trange", "track", "islice", "cycle" -> wrapped(callee.name(), arguments);
            default -> Optional.empty();
        };
    }

    private static Optional<PyValue> split(PyValue lengths) {
        return lengths instanceof PyValue.Items(List<PyValue> items)
                ? Optional.of(PyValue.Items.of(items.stream().map(PyValue.Sized::new).toList()))
                : Optional.empty();
    }

    private static Optional<PyValue> wrapped(String name, Arguments arguments) {
        return arguments.get(0, "iterable").map(inner -> name.equals("trange")
                ? new PyValue.Range(Quantity.of(0), inner, Quantity.of(1))
                : new PyValue.Repeated(inner, null));
    }

    private PyValue loader(Arguments arguments, Expr.Call site) {
        PyValue batchSize = arguments.get(1, "batch_size").orElse(Quantity.of(1));
        PyValue batches = arguments.get(0, "dataset")
                .flatMap(iterables::length)
                .map(samples -> batches(samples, batchSize, arguments.named("drop_last").flatMap(Truth::of).orElse(false)))
                .orElse(null);
        return new Loader(site.at(), "", batches, batchSize);
    }

    private static @Nullable PyValue batches(PyValue samples, PyValue batchSize, boolean dropsLast) {
        Function rounding = dropsLast ? Function.FLOOR : Function.CEIL;
        return Arithmetic.combine(
                        nodes -> new Node.Call(rounding, List.of(new Node.Binary(BinaryOperator.DIVIDE, nodes[0], nodes[1]))),
                        samples, batchSize)
                .filter(value -> !(value instanceof Unknown))
                .orElse(null);
    }
}
