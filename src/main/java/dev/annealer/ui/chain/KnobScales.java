package dev.annealer.ui.chain;

import dev.annealer.document.Bounds;
import dev.annealer.document.Parameter;

/// The range of each parameter's slider: what people use, within what PyTorch takes. A number beyond it can be typed.
final class KnobScales {
    private final long steps;
    private final double baseLr;

    /// @param steps of the whole run
    /// @param baseLr the optimizer's
    KnobScales(long steps, double baseLr) {
        this.steps = steps;
        this.baseLr = baseLr > 0 ? baseLr : 0.1;
    }

    KnobScale of(Parameter.Real real) {
        return switch (real.name()) {
            case "eta_min", "min_lr", "base_lr" -> KnobScale.logarithmic(1e-8, baseLr, true);
            case "max_lr" -> KnobScale.logarithmic(1e-6, 10, false);
            case "start_factor" -> KnobScale.logarithmic(1e-4, 1, false);
            case "factor" -> real.bounds().maxOpen() ? KnobScale.linear(0.01, 0.99) : KnobScale.logarithmic(1e-3, 1, true);
            case "div_factor" -> KnobScale.logarithmic(1, 1000, false);
            case "final_div_factor" -> KnobScale.logarithmic(1, 1e6, false);
            case "threshold", "eps" -> KnobScale.logarithmic(1e-8, 1, true);
            case "power" -> KnobScale.linear(0, 4);
            case "gamma" -> real.standard().isEmpty() ? KnobScale.linear(0.8, 1) : KnobScale.linear(0, 1);
            default -> ofBounds(real.bounds());
        };
    }

    private static KnobScale ofBounds(Bounds bounds) {
        double low = Double.isInfinite(bounds.min()) ? 0 : bounds.min();
        return KnobScale.linear(low, Double.isInfinite(bounds.max()) ? low + 1 : bounds.max());
    }

    KnobScale perGroup() {
        return KnobScale.logarithmic(1e-6, 10, false);
    }

    KnobScale steps(long least) {
        return KnobScale.whole(least, Math.max(least + 1, steps));
    }

    KnobScale count(long least) {
        return KnobScale.whole(least, least + 30);
    }
}
