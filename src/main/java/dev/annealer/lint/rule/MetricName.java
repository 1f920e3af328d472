package dev.annealer.lint.rule;

import dev.annealer.schedule.ReduceLROnPlateau.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a metric's name says about which way is better.
final class MetricName {
    private static final Set<String> LOWER = Set.of(
            "loss", "error", "err", "mse", "rmse", "mae", "nll", "bce", "ce", "perplexity", "ppl", "wer", "cer", "fid", "bpc",
            "bpb", "lpips", "eer");
    private static final Set<String> HIGHER = Set.of(
            "acc", "accuracy", "top1", "top5", "f1", "auc", "auroc", "ap", "map", "map50", "iou", "miou", "dice", "bleu", "rouge",
            "precision", "recall", "r2", "psnr", "ssim", "reward", "return", "score", "kappa", "mcc", "ndcg");

    private MetricName() {}

    /// Empty where the name says nothing. An error or a loss of something is better lower: `top1_error`.
    static Optional<Mode> mode(String name) {
        List<String> words = words(name);
        if (words.stream().anyMatch(LOWER::contains)) {
            return Optional.of(Mode.MIN);
        }
        return words.stream().anyMatch(HIGHER::contains) ? Optional.of(Mode.MAX) : Optional.empty();
    }

    /// Of `val_acc`, `valAcc`, `val/Acc@1`.
    private static List<String> words(String name) {
        String separated = name.replaceAll("(?<=[a-z])(?=[A-Z][a-z])", " ").toLowerCase(Locale.ROOT);
        return Arrays.asList(separated.split("[^a-z0-9]+"));
    }
}
