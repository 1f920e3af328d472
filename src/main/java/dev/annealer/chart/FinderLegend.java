package dev.annealer.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Which colour is which run, at the bottom left, where the curves of range tests never are.
record FinderLegend(List<FinderCurve> curves, ChartPalette palette, Font font) implements PlotLayer {
    private static final int MOST = 8;
    private static final int LONGEST = 34;
    private static final double INSET = 8;
    private static final double SWATCH = 14;
    private static final int ALPHA = 200;

    @Override
    public void paint(Canvas canvas) {
        Graphics2D graphics = canvas.graphics();
        graphics.setFont(font.deriveFont(11f));
        FontMetrics metrics = graphics.getFontMetrics();
        List<FinderCurve> named = curves.stream().limit(MOST).toList();
        double row = metrics.getHeight() + 1.0;
        double width = named.stream().mapToInt(curve -> metrics.stringWidth(name(curve))).max().orElse(0) + SWATCH + 6;
        double left = canvas.area().getMinX() + INSET;
        double top = canvas.area().getMaxY() - INSET - named.size() * row;
        Color behind = palette.background();
        graphics.setColor(new Color(behind.getRed(), behind.getGreen(), behind.getBlue(), ALPHA));
        graphics.fill(new Rectangle2D.Double(left - 3, top - 2, width + 6, named.size() * row + 4));
        double baseline = top + metrics.getAscent();
        for (FinderCurve curve : named) {
            graphics.setColor(palette.curve(curve.color()));
            graphics.fill(new Rectangle2D.Double(left, baseline - 5, SWATCH, 2.5));
            graphics.setColor(palette.text());
            graphics.drawString(name(curve), (float) (left + SWATCH + 6), (float) baseline);
            baseline += row;
        }
    }

    private static String name(FinderCurve curve) {
        return curve.name().length() > LONGEST ? curve.name().substring(0, LONGEST - 1) + "…" : curve.name();
    }
}
