package dev.annealer.chart;

import dev.annealer.trace.Comparison;

/// A second schedule to draw behind the one that is shown, and how the legend calls both.
///
/// @param own the name of the one that is shown
/// @param other the name of the second
public record Compared(Comparison comparison, String own, String other) {}
