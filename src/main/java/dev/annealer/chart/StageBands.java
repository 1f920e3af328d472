package dev.annealer.chart;

import dev.annealer.schedule.PlacedStage;
import dev.annealer.schedule.Schedule;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/// A translucent band behind each stage, with its boundary and, where there is room, its name.
record StageBands(Schedule schedule, ChartPalette palette, Font font) implements PlotLayer {
    private static final double LABEL_INSET = 6;

    /// How far down from a plot's top the names of its stages reach, in pixels.
    static double nameHeight(FontMetrics metrics) {
        return LABEL_INSET + metrics.getAscent() + metrics.getDescent();
    }

    @Override
    public void paint(Canvas canvas) {
        for (PlacedStage stage : schedule.stages()) {
            if (stage.isInForce()) {
                paint(stage, canvas);
            }
        }
    }

    private void paint(PlacedStage stage, Canvas canvas) {
        Rectangle2D area = canvas.area();
        double left = Math.max(area.getMinX(), canvas.toX().applyAsDouble(stage.start() == 0 ? 0 : stage.start()));
        double right = Math.min(area.getMaxX(), canvas.toX().applyAsDouble(stage.end()));
        if (right <= left) {
            return;
        }
        Graphics2D graphics = canvas.graphics();
        graphics.setColor(palette.translucentBand(stage.index()));
        graphics.fill(new Rectangle2D.Double(left, area.getY(), right - left, area.getHeight()));
        Color solid = palette.band(stage.index());
        graphics.setColor(solid);
        graphics.fill(new Rectangle2D.Double(left, area.getY(), right - left, 3));
        if (stage.start() > 0 && left > area.getMinX()) {
            graphics.setColor(palette.axis());
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(new Line2D.Double(left, area.getY(), left, area.getMaxY()));
        }
        paintName(stage, graphics, left, right, area.getY());
    }

    private void paintName(PlacedStage stage, Graphics2D graphics, double left, double right, double top) {
        graphics.setFont(font.deriveFont(11f));
        FontMetrics metrics = graphics.getFontMetrics();
        String name = stage.scheduler().getClass().getSimpleName();
        if (metrics.stringWidth(name) + 2 * LABEL_INSET <= right - left) {
            graphics.setColor(palette.mutedText());
            graphics.drawString(name, (float) (left + LABEL_INSET), (float) (top + LABEL_INSET + metrics.getAscent()));
        }
    }
}
