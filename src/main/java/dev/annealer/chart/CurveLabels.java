package dev.annealer.chart;

import dev.annealer.document.Numbers;
import dev.annealer.schedule.Extremes;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// The peak and the end of the curve in numbers, and which colour is which group.
record CurveLabels(Schedule schedule, ChartView view, ChartPalette palette, Font font) implements PlotLayer {
    private static final int DIGITS = 4;
    private static final double DOT = 7;
    private static final double GAP = 6;
    private static final int MOST_NAMES = 8;

    @Override
    public double overhang() {
        return DOT;
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.graphics().setFont(font.deriveFont(11f));
        if (schedule.groups().size() > 1) {
            paintLegend(canvas);
        } else {
            paintPeakAndEnd(canvas);
        }
    }

    private void paintPeakAndEnd(Canvas canvas) {
        long last = Math.min(view.to(), schedule.steps()) - 1;
        Extremes extremes = schedule.extremes(view.from(), last + 1, 0);
        if (extremes.isEmpty()) {
            return;
        }
        paintMark(canvas, extremes.argMax(), extremes.max());
        boolean apart = Math.abs(canvas.toX().applyAsDouble(last) - canvas.toX().applyAsDouble(extremes.argMax())) > 80;
        if (apart) {
            paintMark(canvas, last, schedule.at(last, 0));
        }
    }

    private void paintMark(Canvas canvas, long step, double value) {
        Graphics2D graphics = canvas.graphics();
        Rectangle2D area = canvas.area();
        double x = canvas.toX().applyAsDouble(step);
        double y = canvas.toY().applyAsDouble(value);
        if (Double.isNaN(y)) {
            return;
        }
        var dot = new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT);
        graphics.setColor(palette.background());
        graphics.fill(dot);
        graphics.setColor(palette.curve(0));
        graphics.draw(dot);
        String text = Numbers.format(value, DIGITS);
        FontMetrics metrics = graphics.getFontMetrics();
        double width = metrics.stringWidth(text);
        boolean leftOf = x + GAP + width + GAP > area.getMaxX();
        double textX = leftOf ? x - GAP - width : x + GAP;
        double textY = Math.clamp(y - GAP, area.getMinY() + 2.2 * metrics.getAscent() + 6, area.getMaxY() - 4);
        paintBehind(graphics, new Rectangle2D.Double(textX - 2, textY - metrics.getAscent(), width + 4, metrics.getHeight()));
        graphics.setColor(palette.text());
        graphics.drawString(text, (float) textX, (float) textY);
    }

    /// So that a number can be read where it lies on the curve.
    private void paintBehind(Graphics2D graphics, Rectangle2D box) {
        Color background = palette.background();
        graphics.setColor(new Color(background.getRed(), background.getGreen(), background.getBlue(), 190));
        graphics.fill(box);
    }

    /// At the top right, below the names of the stages.
    private void paintLegend(Canvas canvas) {
        Graphics2D graphics = canvas.graphics();
        FontMetrics metrics = graphics.getFontMetrics();
        List<Group> named = schedule.groups().stream().limit(MOST_NAMES).toList();
        double width = named.stream().mapToInt(group -> metrics.stringWidth(name(group))).max().orElse(0) + 22;
        double x = canvas.area().getMaxX() - width - GAP;
        double y = canvas.area().getMinY() + 30;
        double rows = named.size() + (schedule.groups().size() > MOST_NAMES ? 1 : 0);
        paintBehind(graphics, new Rectangle2D.Double(x - 6, y - metrics.getAscent() - 2, width + 10, rows * (metrics.getHeight() + 1) + 4));
        for (Group group : named) {
            graphics.setColor(palette.curve(group.index()));
            graphics.fill(new Rectangle2D.Double(x, y - 4, 14, 2.5));
            graphics.setColor(palette.text());
            graphics.drawString(name(group), (float) (x + 20), (float) y);
            y += metrics.getHeight() + 1;
        }
        if (schedule.groups().size() > MOST_NAMES) {
            graphics.drawString("… " + (schedule.groups().size() - MOST_NAMES) + " more", (float) (x + 20), (float) y);
        }
    }

    private static String name(Group group) {
        return group.name().length() > 24 ? group.name().substring(0, 23) + "…" : group.name();
    }
}
