package dev.annealer.ui.chart;

/// Where on the screen a plot lies.
public interface PlotGeometry {
    /// The position on the horizontal axis, `x` pixels from the left of the pane.
    double positionAt(double x);

    /// The plot's width in pixels, at least 1.
    double plotWidth();
}
