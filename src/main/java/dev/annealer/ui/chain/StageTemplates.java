package dev.annealer.ui.chain;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import dev.annealer.schedule.Schedule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a scheduler begins with when it is added: parameters that make sense for the open document.
final class StageTemplates {
    private static final double CYCLE_FLOOR = 0.1;

    private StageTemplates() {}

    /// @param schedule of the document as it is; null where it has none
    static SchedulerSpec create(SchedulerType type, Document document, @Nullable Schedule schedule) {
        long steps = schedule == null ? 100 : schedule.steps();
        double lr = document.optimizer().lr().number().orElse(0.1);
        return create(type, steps, lr > 0 ? lr : 0.1);
    }

    /// @param steps of the run
    /// @param lr the base learning rate
    static SchedulerSpec create(SchedulerType type, long steps, double lr) {
        SchedulerSpec spec = SchedulerSpec.of(type);
        return switch (type) {
            case CONSTANT_LR -> spec.with("factor", Input.of(1.0));
            case LINEAR_LR -> spec.with("start_factor", Input.of(0.01));
            case STEP_LR -> spec.with("step_size", share(steps, 3));
            case MULTI_STEP_LR -> spec.with("milestones", new Value.Inputs(List.of(share(steps, 2), Input.of(Math.max(1, steps * 3 / 4)))));
            case EXPONENTIAL_LR -> spec.with("gamma", Input.of(gammaToOneHundredth(steps)));
            case POLYNOMIAL_LR -> spec.with("power", Input.of(0.9));
            case COSINE_ANNEALING_LR -> spec.with("eta_min", Input.of(0.0));
            case COSINE_ANNEALING_WARM_RESTARTS -> spec.with("T_0", share(steps, 4));
            case ONE_CYCLE_LR -> spec.with("max_lr", Input.of(lr));
            case CYCLIC_LR -> spec.with("base_lr", Input.of(lr * CYCLE_FLOOR))
                    .with("max_lr", Input.of(lr))
                    .with("step_size_up", share(steps, 8));
            case LAMBDA_LR -> spec.with("lr_lambda", new Input("1 / sqrt(step / 100 + 1)"));
            case MULTIPLICATIVE_LR -> spec.with("lr_lambda", new Input("0.999"));
            case CHAINED_SCHEDULER -> spec.with("schedulers", new Value.Members(List.of(
                    SchedulerSpec.of(SchedulerType.LINEAR_LR).with("start_factor", Input.of(0.1)).with("total_iters", share(steps, 10)),
                    SchedulerSpec.of(SchedulerType.COSINE_ANNEALING_LR))));
            case REDUCE_LR_ON_PLATEAU -> spec.with("patience", Input.of(10L));
        };
    }

    private static Input share(long steps, int parts) {
        return Input.of(Math.max(1, steps / parts));
    }

    private static double gammaToOneHundredth(long steps) {
        double exact = Math.pow(0.01, 1.0 / Math.max(1, steps));
        double unit = Math.pow(10, Math.floor(Math.log10(1 - exact)) - 2);
        return 1 - new BigDecimal(Math.rint((1 - exact) / unit) * unit).round(new MathContext(6)).doubleValue();
    }
}
