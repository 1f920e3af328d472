package dev.annealer.finder.rule;

/// fastai's `minimum`: a tenth of the learning rate at the lowest loss.
final class FastaiMinimum implements PickRule {
    @Override
    public String id() {
        return "fastai-minimum";
    }

    @Override
    public String title() {
        return "fastai minimum / 10";
    }

    @Override
    public String explanation() {
        return "A tenth of the learning rate at the lowest loss.";
    }

    @Override
    public Pick pick(double[] lr, double[] loss, Trim trim) {
        Trim.Range range = trim.fastai(lr.length);
        int index = Gradients.argmin(loss, range.from(), range.to());
        return index < 0
                ? Pick.none(this, "no points are left after trimming")
                : new Pick(id(), index, lr[index] / 10, "");
    }
}
