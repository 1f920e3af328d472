package dev.annealer.advisor;

/// A rule of thumb that stands behind a piece of advice.
///
/// Sections are those of the guide from which they come: 2 when to schedule, 4 warmup, 6 choosing a scheduler, 8 practice by
/// domain, 12 quick reference.
public enum Guideline {
    LONG_RUN(6, "Above 30 epochs: warmup, then cosine"),
    MEDIUM_RUN(6, "10 to 30 epochs: OneCycle"),
    SENSITIVE_MODEL(6, "Transformers and very large models: warmup and cosine instead of OneCycle"),
    SHORT_RUN(6, "Below 10 epochs: constant, or a straight line down"),
    UNKNOWN_LENGTH(6, "Right length unknown: reduce on plateau"),
    PAPER(6, "To reproduce a paper, use its own schedule"),
    SMALL_MODEL(6, "Small models: simple steps"),
    PLENTIFUL_COMPUTE(6, "With compute to spare, gentle beats fast"),
    CNN(8, "CNNs: SGD with momentum 0.9, 0.1 at batch 256"),
    VISION_TRANSFORMER(8, "Vision transformers: AdamW, long warmup, cosine to a very small rate"),
    LANGUAGE_MODEL(8, "Language models: a line up, then a line to zero, stepped every batch"),
    LANGUAGE_RATE(8, "Language models: AdamW at 1e-4 to 5e-4"),
    DETECTION(8, "Detectors: keep the rate, drop it late"),
    DETECTION_RATE(8, "Detectors: lower rates than for classification"),
    SEGMENTATION(8, "Segmentation: polynomial decay with power 0.9"),
    SEGMENTATION_RATE(8, "Segmentation: lower rates than for classification"),
    FINE_TUNING(12, "Fine-tuning: constant, or a gentle cosine"),
    FINE_TUNING_RATE(8, "Fine-tuning: very low for trained layers, higher for new ones"),
    LARGE_BATCH(8, "Large batches: scale the rate with the batch"),
    LARGE_BATCH_WARMUP(12, "Batches above 512 need a warmup"),
    ONE_CYCLE_PEAK(8, "OneCycle's peak comes from an LR finder"),
    REINFORCEMENT_LEARNING(2, "Reinforcement learning: constant, or a line down as PPO does"),
    REINFORCEMENT_RATE(2, "Reinforcement learning: a low rate for moving data"),
    ADAPTIVE_OPTIMIZER(8, "Adam-like optimizers: 1e-3, and a decay all the same"),
    WARMUP(12, "Transformers need a warmup"),
    GRADIENT_CLIPPING(8, "Clip gradients where attention or rewards make them spike"),
    ENOUGH_STEPS(4, "A schedule needs steps to run on");

    private final int section;
    private final String title;

    Guideline(int section, String title) {
        this.section = section;
        this.title = title;
    }

    /// Of the guide.
    public int section() {
        return section;
    }

    /// The rule in a few words.
    public String title() {
        return title;
    }
}
