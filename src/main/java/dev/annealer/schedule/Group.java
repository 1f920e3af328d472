package dev.annealer.schedule;

/// A param group as a schedule sees it.
///
/// @param index its position in the optimizer
/// @param name blank for the one group of an optimizer without param groups
/// @param baseLr its own `lr`, from which most schedulers start
public record Group(int index, String name, double baseLr) {
    /// With a base LR of 1 a scheduler gives its factor.
    static final Group UNIT = new Group(0, "", 1);
}
