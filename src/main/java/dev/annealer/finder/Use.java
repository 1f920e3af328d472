package dev.annealer.finder;

import dev.annealer.finder.rule.Pick;
import java.util.List;

/// A learning rate to use, and where.
///
/// @param target `base_lr` or `max_lr`
/// @param optimizer whom it is for
/// @param multiplier of the pick
/// @param because the rule behind it
public record Use(String target, String optimizer, double lr, double multiplier, String because) {
    public static final String BASE_LR = "base_lr";
    public static final String MAX_LR = "max_lr";

    /// Of the pick, between five and ten times.
    public static final double LEAST_MAX_LR = 5;

    public static final double GREATEST_MAX_LR = 10;

    private static final double DEFAULT_MAX_LR = 7;
    private static final double ADAM = 0.1;

    /// For optimizers like SGD and like Adam, and for OneCycle; nothing where the rule found nothing.
    public static List<Use> of(Pick pick) {
        if (!pick.isFound()) {
            return List.of();
        }
        return List.of(
                new Use(BASE_LR, "SGD", pick.lr(), 1, "SGD takes the learning rate of the steepest descent itself"),
                new Use(BASE_LR, "Adam", pick.lr() * ADAM, ADAM, "Adam and AdamW take a tenth of it: they are more sensitive"),
                maxLr(pick.lr(), DEFAULT_MAX_LR));
    }

    /// @param multiplier 5 to 10
    public static Use maxLr(double lr, double multiplier) {
        return new Use(
                MAX_LR, "OneCycle", lr * multiplier, multiplier, "OneCycle's peak is 5 to 10 times the steepest "
                        + "descent; never the minimum itself");
    }
}
