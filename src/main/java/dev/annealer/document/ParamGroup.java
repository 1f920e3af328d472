package dev.annealer.document;

/// A param group of the optimizer. Its learning rate is its own, never inherited.
public record ParamGroup(String name, Input lr, Input weightDecay) {
    public ParamGroup withName(String changed) {
        return new ParamGroup(changed, lr, weightDecay);
    }

    public ParamGroup withLr(Input changed) {
        return new ParamGroup(name, changed, weightDecay);
    }

    public ParamGroup withWeightDecay(Input changed) {
        return new ParamGroup(name, lr, changed);
    }
}
