package dev.annealer.finder.rule;

/// fastai's `steep`: forward differences over ln of the learning rate, the left end of the steepest.
final class FastaiSteep implements PickRule {
    @Override
    public String id() {
        return "fastai-steep";
    }

    @Override
    public String title() {
        return "fastai steep";
    }

    @Override
    public String explanation() {
        return "The start of the steepest step down from one point to the next.";
    }

    @Override
    public Pick pick(double[] lr, double[] loss, Trim trim) {
        Trim.Range range = trim.fastai(lr.length);
        double[] slopes = new double[lr.length];
        for (int i = range.from(); i < range.to() - 1; i++) {
            slopes[i] = (loss[i + 1] - loss[i]) / (Math.log(lr[i + 1]) - Math.log(lr[i]));
        }
        int index = Gradients.argmin(slopes, range.from(), range.to() - 1);
        return index < 0 ? Pick.none(this, "fewer than two points are left after trimming") : Pick.at(this, index, lr);
    }
}
