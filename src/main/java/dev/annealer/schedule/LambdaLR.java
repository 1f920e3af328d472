package dev.annealer.schedule;

import dev.annealer.progress.Progress;
import dev.annealer.schedule.expression.Expression;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `b * lr_lambda(k)`. NaN at a step where the expression has no value.
public final class LambdaLR implements Scheduler, Evaluation {
    private final Expression lambda;
    private volatile @Nullable BlockIndex index;

    public LambdaLR(Expression lambda) {
        this.lambda = lambda;
    }

    public Expression lambda() {
        return lambda;
    }

    @Override
    public double at(long k, Group group) {
        return group.baseLr() * lambda.atOrNaN(k);
    }

    @Override
    public void fill(double[] values, int from, int to, long k, Group group) {
        lambda.fill(values, from, to, k);
        double baseLr = group.baseLr();
        for (int i = from; i < to; i++) {
            values[i] = baseLr * values[i];
        }
    }

    @Override
    public long[] landmarks(long from, long to) {
        BlockIndex known = index;
        return known == null ? BlockIndex.sample(from, to) : known.landmarks(this, from, to);
    }

    @Override
    public Optional<Failure> evaluate(long length, Progress progress) {
        var failures = new FirstFailure(lambda);
        index = BlockIndex.over(
                (values, count, k) -> {
                    lambda.fill(values, 0, count, k);
                    failures.check(values, count, k);
                },
                length,
                progress);
        return failures.found();
    }

    @Override
    public boolean isEvaluated() {
        return index != null;
    }
}
