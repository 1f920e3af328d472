package dev.annealer.schedule;

import dev.annealer.schedule.expression.EvaluationException;
import dev.annealer.schedule.expression.Expression;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Notes the first step at which a lambda has no value that a learning rate could be multiplied by.
final class FirstFailure {
    private final Expression lambda;
    private Evaluation.@Nullable Failure failure;

    FirstFailure(Expression lambda) {
        this.lambda = lambda;
    }

    /// @param values those of `step`, `step + 1`, …
    void check(double[] values, int count, long step) {
        for (int i = 0; i < count && failure == null; i++) {
            if (Double.isNaN(values[i])) {
                failure = new Evaluation.Failure(step + i, reasonAt(step + i));
            }
        }
    }

    Optional<Evaluation.Failure> found() {
        return Optional.ofNullable(failure);
    }

    private String reasonAt(long step) {
        try {
            lambda.at(step);
            return "the result is not a number";
        } catch (EvaluationException e) {
            return e.reason();
        }
    }
}
