package dev.annealer.ui.chart;

/// What mouse and keys do to the part of a chart that is shown. Positions are in units of the horizontal axis.
public interface ChartNavigation {
    /// Puts the crosshair where it can be nearest to `position`.
    void hover(double position);

    /// Takes the crosshair away.
    void leave();

    /// Shows what lies between two positions, both of them included, as far as there is something.
    void select(double from, double to);

    /// Shows `factor` times as much, with `anchor` staying where it is.
    void zoom(double factor, double anchor);

    /// Zooms about the crosshair, or the middle.
    void zoom(double factor);

    /// Moves what is shown by a share of its width.
    void pan(double share);

    /// Shows everything.
    void resetZoom();

    /// Moves the crosshair by so many of the places where it can be.
    void moveCrosshair(long by);

    /// How many of these places make a long stride, over a stretch that is a few millimetres wide on the screen.
    long stride(double width);

    /// Puts the crosshair at the first of these places.
    void revealStart();

    void revealEnd();
}
