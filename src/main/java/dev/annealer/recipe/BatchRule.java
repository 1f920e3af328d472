package dev.annealer.recipe;

import dev.annealer.document.KnownOptimizer;
import java.util.Locale;

/// How a learning rate follows the batch size.
public enum BatchRule {
    /// SGD: a batch k times as large, steps k times as long (Goyal et al., arXiv 1706.02677).
    LINEAR("linear"),
    /// Optimizers that divide by the gradient's own size, where only its noise depends on the batch (Malladi et al.,
    /// arXiv 2205.10287).
    SQUARE_ROOT("square-root");

    private final String words;

    BatchRule(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// What the learning rate is multiplied with when the batch goes from one size to another.
    public double factor(double from, double to) {
        return switch (this) {
            case LINEAR -> to / from;
            case SQUARE_ROOT -> Math.sqrt(to / from);
        };
    }

    /// The rule for the optimizer called `type`: all but SGD are adaptive.
    public static BatchRule of(String type) {
        return KnownOptimizer.named(type).filter(KnownOptimizer.SGD::equals).isPresent() ? LINEAR : SQUARE_ROOT;
    }

    /// As a recipe's file says it: `linear`.
    static BatchRule named(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
