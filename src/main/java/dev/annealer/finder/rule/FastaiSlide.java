package dev.annealer.finder.rule;

/// fastai's `slide`: a window of 15 points comes from the right until the slopes at its ends agree.
final class FastaiSlide implements PickRule {
    private static final int WINDOW = 15;
    private static final double THRESHOLD = 0.005;

    @Override
    public String id() {
        return "fastai-slide";
    }

    @Override
    public String title() {
        return "fastai slide";
    }

    @Override
    public String explanation() {
        return "Coming from the right, where the slopes 15 points apart first agree: the edge of the plateau before the blow-up.";
    }

    @Override
    public Pick pick(double[] lr, double[] loss, Trim trim) {
        Trim.Range range = trim.fastai(lr.length);
        if (range.size() <= WINDOW) {
            return Pick.none(this, "it needs more than " + WINDOW + " points after trimming, and there are " + range.size());
        }
        double[] gradient = Gradients.byIndex(range.of(loss));
        int right = gradient.length - 1;
        int left = right - WINDOW;
        int picked = left;
        while (left >= 0 && Math.abs(gradient[right] - gradient[left]) > THRESHOLD) {
            picked = left;
            right--;
            left--;
        }
        return Pick.at(this, range.from() + picked, lr);
    }
}
