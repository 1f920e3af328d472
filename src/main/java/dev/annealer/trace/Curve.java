package dev.annealer.trace;

/// Points of a curve, in the order of the steps.
///
/// @param size how many of the entries of the arrays are points
public record Curve(double[] steps, double[] values, int size) {}
