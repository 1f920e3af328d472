package dev.annealer.finder.rule;

/// The suggestion of `torch_lr_finder` (pytorch-lr-finder): the least gradient by index, ten points skipped at the start and
/// five at the end.
final class PytorchLrFinder implements PickRule {
    @Override
    public String id() {
        return "pytorch-lr-finder";
    }

    @Override
    public String title() {
        return "pytorch-lr-finder";
    }

    @Override
    public String explanation() {
        return "The steepest descent from point to point, whatever the learning rates between them.";
    }

    @Override
    public Pick pick(double[] lr, double[] loss, Trim trim) {
        Trim.Range range = trim.range(lr.length, 10, 5);
        if (range.size() < 2) {
            return Pick.none(this, "fewer than two points are left after trimming");
        }
        return Pick.at(this, range.from() + Gradients.argmin(Gradients.byIndex(range.of(loss)), 0, range.size()), lr);
    }
}
