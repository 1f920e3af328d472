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

    private static String why(Trim.Range range, int minimum) {
        if (range.size() < 1) {
            return "no points are left after trimming";
        }
        return minimum < range.from()
                ? "the loss is lowest at the very start, point " + minimum + ", before the first that counts, point "
                        + range.from()
                : "every point repeats a learning rate, so that there is no slope";
    }

    @Override
    public Pick pick(double[] lr, double[] loss, Trim trim) {
        double[] gradient = Gradients.over(loss, Arrays.stream(lr).map(Math::log10).toArray());
        int minimum = Gradients.argmin(loss, 0, loss.length);
        Trim.Range range = trim.fastai(lr.length);
        int index = Gradients.argmin(gradient, range.from(), Math.min(range.to(), minimum + 1));
        return index < 0 ? Pick.none(this, why(range, minimum)) : Pick.at(this, index, lr);
    }
}
