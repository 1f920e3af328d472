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

    /// Gives `value` back.
    double check(long step, double value) {
        if (failure == null && Double.isNaN(value)) {
            failure = new Evaluation.Failure(step, reasonAt(step));
        }
        return value;
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
