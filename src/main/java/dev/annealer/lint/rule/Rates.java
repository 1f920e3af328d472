package dev.annealer.lint.rule;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.Optimizer;
import dev.annealer.document.RateFactor;
import dev.annealer.document.Value;

/// Learning rates as fixes write them: rounded to what a person would type.
final class Rates {
    private static final int DIGITS = 6;

    private Rates() {}

    /// Every learning rate times `factor`, so that the curve keeps its shape.
    static Document scaled(Document document, double factor) {
        return new RateFactor(factor, DIGITS).of(document);
    }

    /// The optimizer's own learning rates times `factor`.
    static Optimizer scaledBase(Optimizer optimizer, double factor) {
        return new RateFactor(factor, DIGITS).of(optimizer);
    }

    /// A learning rate, or one for each group, times `factor`.
    static Value times(Value rates, double factor) {
        return new RateFactor(factor, DIGITS).of(rates);
    }

    static Input of(double rate) {
        return new Input(Numbers.format(rate, DIGITS));
    }
}
