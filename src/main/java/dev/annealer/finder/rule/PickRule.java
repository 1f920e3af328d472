package dev.annealer.finder.rule;

/// One library's way to pick a learning rate from a range test.
public interface PickRule {
    /// As the command line names it: `fastai-valley`.
    String id();

    /// As the window names it: `fastai valley`.
    String title();

    /// What the rule is, in a sentence.
    String explanation();

    /// @param lr rising
    /// @param loss of the same length, smoothed as the caller wants it
    Pick pick(double[] lr, double[] loss, Trim trim);
}
