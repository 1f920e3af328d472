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
        double product = from < to ? product(k) : 1;
        for (int i = from; i < to; i++) {
            long step = k + (i - from);
            product = step == k ? product : product * lambda.atOrNaN(step);
            values[i] = group.baseLr() * product;
        }
    }

    private double product(long k) {
        Products known = products;
        return known == null ? Double.NaN : known.at(k);
    }

    @Override
    public long[] landmarks(long from, long to) {
        BlockIndex known = index;
        return known == null ? BlockIndex.sample(from, to) : known.landmarks(this::product, from, to);
    }

    @Override
    public Optional<Failure> evaluate(long length, Progress progress) {
        var failures = new FirstFailure(lambda);
        var building = new Products(lambda, length);
        index = BlockIndex.over(k -> building.append(k, failures), length, progress);
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

        /// The product at `k`, which comes after the one asked for last.
        double append(long k, FirstFailure failures) {
            if (k > 0) {
                running *= failures.check(k, lambda.atOrNaN(k));
            }
            if (k % stride == 0) {
                kept[(int) (k / stride)] = running;
            }
            return running;
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
