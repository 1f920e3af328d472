package dev.annealer.chart;

import dev.annealer.document.Numbers;
import dev.annealer.schedule.Extremes;
import dev.annealer.schedule.Schedule;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/// The peak and the end of the curve in numbers, where there is one curve.
record CurveLabels(Schedule schedule, ChartView view, ChartPalette palette, Font font) implements PlotLayer {
    private static final int DIGITS = 4;
    private static final double DOT = 7;
    private static final double GAP = 6;

    @Override
    public double overhang() {
        return DOT;
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.graphics().setFont(font.deriveFont(11f));
        if (schedule.groups().size() == 1) {
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
        double belowName = area.getMinY() + StageBands.nameHeight(metrics) + metrics.getAscent();
        double textY = Math.clamp(y - GAP, belowName, area.getMaxY() - 4);
        palette.paintBehind(graphics, new Rectangle2D.Double(textX - 2, textY - metrics.getAscent(), width + 4, metrics.getHeight()));
        graphics.setColor(palette.text());
        graphics.drawString(text, (float) textX, (float) textY);
    }
}
