package dev.annealer.schedule;

import dev.annealer.progress.Progress;
import dev.annealer.schedule.expression.Expression;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `b * lr_lambda(1) * … * lr_lambda(k)`.
///
/// NaN until it is evaluated: a step on its own would cost as much as all the steps before it.
public final class MultiplicativeLR implements Scheduler, Evaluation {
    private final Expression lambda;
    private volatile @Nullable Products products;
    private volatile @Nullable BlockIndex index;

    public MultiplicativeLR(Expression lambda) {
        this.lambda = lambda;
    }

    public Expression lambda() {
        return lambda;
    }

    @Override
    public double at(long k, Group group) {
        return group.baseLr() * product(k);
    }

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        if (from == to) {
            return;
        }
        lambda.fill(values, from, to, k);
        double baseLr = group.baseLr();
        double product = product(k);
        values[from] = baseLr * product;
        for (int i = from + 1; i < to; i++) {
            product *= values[i];
            values[i] = baseLr * product;
        }
    }

    private double product(long k) {
        Products known = products;
        return known == null ? Double.NaN : known.at(k);
    }

    @Override
    public long[] landmarks(long from, long to) {
        BlockIndex known = index;
        return known == null ? BlockIndex.sample(from, to) : known.landmarks(this, from, to);
    }

    @Override
    public Optional<Failure> evaluate(long length, Progress progress) {
        var failures = new FirstFailure(lambda);
        var building = new Products(lambda, length);
        index = BlockIndex.over(
                (values, count, k) -> {
                    lambda.fill(values, 0, count, k);
                    if (k == 0) {
                        values[0] = 1; // lr_lambda(0) is not asked for.
                    }
                    failures.check(values, count, k);
                    building.append(values, count, k);
                },
                length,
                progress);
        products = building;
        return failures.found();
    }

    @Override
    public boolean isEvaluated() {
        return products != null;
    }

    /// The running product, kept at every so many steps.
    private static final class Products {
        private static final int MOST = 1 << 20;
        private static final int LEAST_STRIDE = 64;

        private final Expression lambda;
        private final long stride;
        private final double[] kept;
        private double running = 1;

        Products(Expression lambda, long length) {
            this.lambda = lambda;
            stride = Math.max(LEAST_STRIDE, Math.ceilDiv(length, MOST));
            kept = new double[Math.toIntExact(Math.ceilDiv(length, stride))];
        }

        /// Makes products of the factors of steps `k`, `k + 1`, …, which come after those of the last call.
        void append(double[] factors, int count, long k) {
            for (int i = 0; i < count; i++) {
                running *= factors[i];
                factors[i] = running;
            }
            for (long step = Math.ceilDiv(k, stride) * stride; step < k + count; step += stride) {
                kept[(int) (step / stride)] = factors[(int) (step - k)];
            }
        }

        double at(long k) {
            int i = (int) Math.min(k / stride, kept.length - 1L);
            return through(lambda, i * stride, kept[i], k);
        }

        /// The product at `k`, given that it is `product` at `from`.
        static double through(Expression lambda, long from, double product, long k) {
            double result = product;
            for (long step = from + 1; step <= k; step++) {
                result *= lambda.atOrNaN(step);
            }
            return result;
        }
    }
}
