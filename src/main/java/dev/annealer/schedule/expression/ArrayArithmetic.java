package dev.annealer.schedule.expression;

import dev.annealer.schedule.expression.Node.ComparisonOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// Python's arithmetic over arrays of doubles, each loop as plain as the compiler needs to make vector instructions of it.
///
/// The result takes the place of `a`. Ints are doubles within 2^53, of which none is -0.0: where an operation on them could make one,
/// 0.0 is added.
final class ArrayArithmetic {
    private ArrayArithmetic() {}

    /// An operation on two arrays, or the throw of an `ArithmeticException` where Python would raise at any element.
    interface Operation {
        void apply(double[] a, double[] b, int count);
    }

    static void add(double[] a, double[] b, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = a[i] + b[i];
        }
    }

    static void subtract(double[] a, double[] b, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = a[i] - b[i];
        }
    }

    static void multiply(double[] a, double[] b, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = a[i] * b[i];
        }
    }

    static void multiplyInts(double[] a, double[] b, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = a[i] * b[i] + 0.0;
        }
    }

    static void divide(double[] a, double[] b, int count) {
        refuseZeros(b, count);
        for (int i = 0; i < count; i++) {
            a[i] = a[i] / b[i];
        }
    }

    /// Exact: a quotient of ints within 2^53 that is not whole is farther from the next whole number than it is rounded.
    static void floorDivideInts(double[] a, double[] b, int count) {
        refuseZeros(b, count);
        for (int i = 0; i < count; i++) {
            a[i] = Math.floor(a[i] / b[i]) + 0.0;
        }
    }

    static void moduloOfInts(double[] a, double[] b, int count) {
        refuseZeros(b, count);
        for (int i = 0; i < count; i++) {
            a[i] = a[i] - Math.floor(a[i] / b[i]) * b[i];
        }
    }

    private static void refuseZeros(double[] divisors, int count) {
        for (int i = 0; i < count; i++) {
            if (divisors[i] == 0) {
                throw new ArithmeticException("division by zero");
            }
        }
    }

    static void min(double[] a, double[] b, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = b[i] < a[i] ? b[i] : a[i];
        }
    }

    static void max(double[] a, double[] b, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = a[i] < b[i] ? b[i] : a[i];
        }
    }

    static Operation eachWith(DoubleBinaryOperator operator) {
        return (a, b, count) -> {
            for (int i = 0; i < count; i++) {
                a[i] = operator.applyAsDouble(a[i], b[i]);
            }
        };
    }

    /// A power costs more than a look at whether it is the one before: `gamma ** (step // 1000)`.
    static void power(double[] a, double[] b, int count) {
        double base = 1;
        double exponent = 1;
        double power = 1;
        for (int i = 0; i < count; i++) {
            if (a[i] != base || b[i] != exponent) {
                base = a[i];
                exponent = b[i];
                power = PythonArithmetic.power(base, exponent);
            }
            a[i] = power;
        }
    }

    /// Makes NaN of what no learning rate can be multiplied by: what is negative, infinite or NaN.
    static void refuseUnusable(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY)) {
                values[i] = Double.NaN;
            }
        }
    }

    static void each(double[] a, int count, DoubleUnaryOperator operator) {
        for (int i = 0; i < count; i++) {
            a[i] = operator.applyAsDouble(a[i]);
        }
    }

    /// 1 where the comparison holds, else 0.
    static void compare(double[] a, double[] b, int count, ComparisonOperator operator) {
        for (int i = 0; i < count; i++) {
            boolean holds = switch (operator) {
                case LESS -> a[i] < b[i];
                case LESS_OR_EQUAL -> a[i] <= b[i];
                case EQUAL -> a[i] == b[i];
                case NOT_EQUAL -> a[i] != b[i];
                case GREATER_OR_EQUAL -> a[i] >= b[i];
                case GREATER -> a[i] > b[i];
            };
            a[i] = holds ? 1 : 0;
        }
    }

    /// How many are true, that is not zero.
    static int countTrue(double[] values, int count) {
        int trues = 0;
        for (int i = 0; i < count; i++) {
            trues += values[i] != 0 ? 1 : 0;
        }
        return trues;
    }
}
