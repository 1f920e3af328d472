package dev.annealer.finder.rule;

/// The suggestion of PyTorch-Ignite's `FastaiLRFinder`: the least central difference by index, up to the minimum of the loss.
final class Ignite implements PickRule {
    @Override
    public String id() {
        return "ignite";
    }

    @Override
    public String title() {
        return "ignite";
    }

    @Override
    public String explanation() {
        return "The steepest descent from point to point before the loss is lowest.";
    }

    @Override
    public Pick pick(double[] lr, double[] loss, Trim trim) {
        Trim.Range range = trim.range(lr.length, 0, 0);
        int minimum = Gradients.argmin(loss, range.from(), range.to());
        if (minimum < range.from() + 2) {
            return Pick.none(this, "the loss is lowest at the very start: fewer than three points fall");
        }
        // Central differences only: ignite takes none at the ends.
        double[] gradient = Gradients.byIndex(loss);
        return Pick.at(this, Gradients.argmin(gradient, range.from() + 1, minimum), lr);
    }
}
