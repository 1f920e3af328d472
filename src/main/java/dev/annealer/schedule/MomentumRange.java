package dev.annealer.schedule;

/// The momentum that OneCycle and Cyclic drive against the learning rate: `max` where the LR is least.
public record MomentumRange(double base, double max) {}
