package dev.annealer.advisor;


/// A rule of thumb that stands behind a piece of advice.
public enum Guideline {
    LONG_RUN("Above 30 epochs: warmup, then cosine"),
    MEDIUM_RUN("10 to 30 epochs: OneCycle"),
    SENSITIVE_MODEL("Transformers and very large models: warmup and cosine instead of OneCycle"),
    SHORT_RUN("Below 10 epochs: constant, or a straight line down"),
    UNKNOWN_LENGTH("Right length unknown: reduce on plateau"),
    PAPER("To reproduce a paper, use its own schedule"),
    SMALL_MODEL("Small models: simple steps"),
    PLENTIFUL_COMPUTE("With compute to spare, gentle beats fast"),
    CNN("CNNs: SGD with momentum 0.9, 0.1 at batch 256"),
    VISION_TRANSFORMER("Vision transformers: AdamW, long warmup, cosine to a very small rate"),
    LANGUAGE_MODEL("Language models: a line up, then a line to zero, stepped every batch"),
    LANGUAGE_RATE("Language models: AdamW at 1e-4 to 5e-4"),
    DETECTION("Detectors: keep the rate, drop it late"),
    DETECTION_RATE("Detectors: lower rates than for classification"),
    SEGMENTATION("Segmentation: polynomial decay with power 0.9"),
    SEGMENTATION_RATE("Segmentation: lower rates than for classification"),
    FINE_TUNING("Fine-tuning: constant, or a gentle cosine"),
    FINE_TUNING_RATE("Fine-tuning: very low for trained layers, higher for new ones"),
    LARGE_BATCH("Large batches: scale the rate with the batch"),
    LARGE_BATCH_WARMUP("Batches above 512 need a warmup"),
    ONE_CYCLE_PEAK("OneCycle's peak comes from an LR finder"),
    REINFORCEMENT_LEARNING("Reinforcement learning: constant, or a line down as PPO does"),
    REINFORCEMENT_RATE("Reinforcement learning: a low rate for moving data"),
    ADAPTIVE_OPTIMIZER("Adam-like optimizers: 1e-3, and a decay all the same"),
    WARMUP("Transformers need a warmup"),
    GRADIENT_CLIPPING("Clip gradients where attention or rewards make them spike"),
    ENOUGH_STEPS("A schedule needs steps to run on");

    private final String title;

    Guideline(String title) {
        this.title = title;
    }

    /// The rule in a few words.
    public String title() {
        return title;
    }
}
