package dev.annealer.finder.rule;

/// What a rule says about a curve.
///
/// @param rule its id
/// @param index the point that it picked; -1 where it gives nothing
/// @param lr what it suggests, which need not be the learning rate of that point
/// @param why it gives nothing; blank where it does
public record Pick(String rule, int index, double lr, String why) {
    static Pick at(PickRule rule, int index, double[] lr) {
        return new Pick(rule.id(), index, lr[index], "");
    }

    static Pick none(PickRule rule, String why) {
        return new Pick(rule.id(), -1, Double.NaN, why);
    }

    public boolean isFound() {
        return index >= 0;
    }
}
