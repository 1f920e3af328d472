package dev.annealer.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/// What a person has trimmed from the uppermost curve, under a veil.
record TrimmedEnds(FinderPicture picture, ChartPalette palette) implements PlotLayer {
    private static final int ALPHA = 150;

    @Override
    public void paint(Canvas canvas) {
        if (picture.curves().isEmpty()) {
            return;
        }
        Rectangle2D area = canvas.area();
        FinderCurve curve = picture.curves().getFirst();
        int points = curve.sweep().size();
        Color veil = palette.grid();
        canvas.graphics().setColor(new Color(veil.getRed(), veil.getGreen(), veil.getBlue(), ALPHA));
        int start = Math.min(picture.trim().start().orElse(0), points - 1);
        if (start > 0) {
            double x = canvas.toX().applyAsDouble(curve.positionOf(start));
            canvas.graphics().fill(new Rectangle2D.Double(area.getX(), area.getY(), x - area.getX(), area.getHeight()));
        }
        int end = Math.min(picture.trim().end().orElse(0), points - 1);
        if (end > 0) {
            double x = canvas.toX().applyAsDouble(curve.positionOf(points - 1 - end));
            canvas.graphics().fill(new Rectangle2D.Double(x, area.getY(), area.getMaxX() - x, area.getHeight()));
        }
    }
}
