package dev.annealer.finder.rule;

/// The suggestion of Lightning's `LearningRateFinder`: the least gradient, ten points skipped at the start and one at the end.
/// By index until 2.5.2, over the learning rate itself from 2.5.3 on.
final class Lightning implements PickRule {
    private final boolean linear;

    /// @param linear whether the gradient is over the learning rate
    Lightning(boolean linear) {
        this.linear = linear;
    }

    @Override
    public String id() {
        return linear ? "lightning-linear" : "lightning";
    }

    @Override
    public String title() {
        return linear ? "Lightning, since 2.5.3" : "Lightning, before 2.5.3";
    }

    @Override
    public String explanation() {
        return linear
                ? "The steepest descent over the learning rate itself, which favours the very small ones."
                : "The steepest descent from point to point.";
    }

    @Override
    public Pick pick(double[] lr, double[] loss, Trim trim) {
        Trim.Range range = trim.range(lr.length, 10, 1);
        if (range.size() < 2) {
            return Pick.none(this, "fewer than two points are left after trimming");
        }
        double[] losses = range.of(loss);
        double[] gradient = linear ? Gradients.over(losses, range.of(lr)) : Gradients.byIndex(losses);
        int index = Gradients.argmin(gradient, 0, gradient.length);
        return index < 0 ? Pick.none(this, "all learning rates are the same") : Pick.at(this, range.from() + index, lr);
    }
}
