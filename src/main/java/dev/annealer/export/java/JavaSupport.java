package dev.annealer.export.java;

import dev.annealer.export.java.JavaFormulas.Shared;
import dev.annealer.export.target.Lines;
import dev.annealer.schedule.expression.PythonArithmetic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/// The methods that several stages share, and the arithmetic of Python where a lambda needs it.
final class JavaSupport {
    private static final String ANNEAL =
            """

            /** The value at step k of the phase that it lies in: phase i goes from values[i] to values[i + 1]. */
            private static double anneal(long k, double[] ends, double[] values, boolean cos) {
                double start = 0;
                int phase = 0;
                while (phase < ends.length - 1 && k > ends[phase]) {
                    start = ends[phase];
                    phase++;
                }
                double fraction = (k - start) / (ends[phase] - start);
                double first = values[phase];
                double last = values[phase + 1];
                return cos
                        ? last + (first - last) / 2 * (1 + Math.cos(Math.PI * fraction))
                        : (last - first) * fraction + first;
            }
            """;
    private static final String TRIANGLE =
            """

            /** The height of the triangle at step k, 0 to 1. */
            private static double triangle(long k, double up, double down) {
                double total = up + down;
                double ratio = up / total;
                double x = 1.0 + k / total - Math.floor(1 + k / total);
                return x <= ratio ? x / ratio : (x - 1) / (ratio - 1);
            }
            """;
    private static final String LOGICAL =
            """

            private static Number and(Number left, Supplier<Number> right) {
                return PythonArithmetic.isTrue(left) ? right.get() : left;
            }

            private static Number or(Number left, Supplier<Number> right) {
                return PythonArithmetic.isTrue(left) ? left : right.get();
            }
            """;

    private final Set<Shared> needed;

    JavaSupport(Set<Shared> needed) {
        this.needed = needed;
    }

    String write() {
        var lines = new Lines().indent();
        for (Shared shared : needed) {
            lines.add(
                    switch (shared) {
                        case ANNEAL -> ANNEAL;
                        case TRIANGLE -> TRIANGLE;
                        case LOGICAL -> LOGICAL;
                        case ARITHMETIC -> arithmetic();
                    });
        }
        return lines.toString();
    }

    /// The source of the class that evaluates lambdas here, made a nested one.
    private static String arithmetic() {
        try (var in = PythonArithmetic.class.getResourceAsStream("PythonArithmetic.java")) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String withoutHead = source.lines()
                    .filter(line -> !line.startsWith("package ") && !line.startsWith("import "))
                    .collect(Collectors.joining("\n"));
            return "\n" + withoutHead.strip().replace("public final class", "private static final class");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
