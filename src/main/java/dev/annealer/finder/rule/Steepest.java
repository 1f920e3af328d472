package dev.annealer.finder.rule;

import java.util.Arrays;

/// The default: the steepest descent over log10 of the learning rate.
final class Steepest implements PickRule {
    @Override
    public String id() {
        return "steepest";
    }

    @Override
    public String title() {
        return "steepest";
    }

    @Override
    public String explanation() {
        return "Where the loss falls fastest over the logarithm of the learning rate, before its minimum.";
    }

    @Override
    public Pick pick(double[] lr, double[] loss, Trim trim) {
        double[] gradient = Gradients.over(loss, Arrays.stream(lr).map(Math::log10).toArray());
        int minimum = Gradients.argmin(loss, 0, loss.length);
        Trim.Range range = trim.fastai(lr.length);
        int index = Gradients.argmin(gradient, range.from(), Math.min(range.to(), minimum + 1));
        return index < 0
                ? Pick.none(this, "the loss is lowest at the very start: the test begins at too high a learning rate")
                : Pick.at(this, index, lr);
    }
}
