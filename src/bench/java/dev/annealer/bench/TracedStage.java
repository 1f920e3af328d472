package dev.annealer.bench;

import dev.annealer.document.Document;
import dev.annealer.schedule.Schedule;

/// The stages that are traced. `src/bench/python/peers.py` has the same formula in NumPy under each one's name.
public enum TracedStage {
    LINEAR("'LinearLR', 'start_factor': 0.01"),
    COSINE("'CosineAnnealingLR', 'eta_min': 1e-5"),
    WARM_RESTARTS("'CosineAnnealingWarmRestarts', 'T_0': 100000"),
    ONE_CYCLE("'OneCycleLR', 'max_lr': 0.1"),
    EXPONENTIAL("'ExponentialLR', 'gamma': 0.999999"),
    POLYNOMIAL("'PolynomialLR', 'power': 0.9"),
    POLYNOMIAL_SQUARE("'PolynomialLR', 'power': 2"),
    STEP("'StepLR', 'step_size': 1000, 'gamma': 0.99"),
    CYCLIC("'CyclicLR', 'base_lr': 0.01, 'max_lr': 0.1, 'step_size_up': 2000"),
    CYCLIC_EXP_RANGE("'CyclicLR', 'base_lr': 0.01, 'max_lr': 0.1, 'step_size_up': 2000, 'mode': 'exp_range', 'gamma': 0.99999"),
    CHAINED("'ChainedScheduler', 'schedulers': [{'scheduler': 'LinearLR', 'total_iters': 1000}, "
            + "{'scheduler': 'ExponentialLR', 'gamma': 0.999999}]"),
    LAMBDA_INVERSE("'LambdaLR', 'lr_lambda': '1 / (1 + step / 1000)'"),
    LAMBDA_SQUARE("'LambdaLR', 'lr_lambda': '1 / (1 + step ** 2 / 1e6)'"),
    LAMBDA_COSINE("'LambdaLR', 'lr_lambda': '0.5 * (1 + math.cos(math.pi * step / 1048576))'"),
    LAMBDA_EXPONENTIAL("'LambdaLR', 'lr_lambda': '0.999999 ** step'"),
    LAMBDA_NOAM("'LambdaLR', 'lr_lambda': 'min((step + 1) ** -0.5, (step + 1) * 4000 ** -1.5)'"),
    LAMBDA_WARMUP("'LambdaLR', 'lr_lambda': 'step / 1000 if step < 1000 else 0.999 ** (step // 1000)'"),
    MULTIPLICATIVE("'MultiplicativeLR', 'lr_lambda': '0.999999'"),
    MULTIPLICATIVE_STEPS("'MultiplicativeLR', 'lr_lambda': '0.999 if step % 1000 == 0 else 1'");

    /// NumPy is measured with as many.
    static final int STEPS = 1 << 20;

    private final String json;

    TracedStage(String json) {
        this.json = json.replace('\'', '"');
    }

    Document document() {
        return Chains.of(STEPS, "{\"scheduler\": " + json + "}");
    }

    Schedule compiled() {
        return Chains.compiled(document());
    }
}
