package dev.annealer.chart;

import dev.annealer.trace.Curve;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;

/// Draws a curve as one path in pixels. A curve that goes up and down many times within a few pixels is drawn as filled
/// columns: stroking it smoothly would take longer than everything else together, and look the same.
final class CurvePainter {
    private static final float WIDTH = 1.8f;
    /// A way up or down in so many pixels of width looks filled.
    private static final double PIXELS_A_DENSE_PASS = 8;
    private static final double DOT = 4;
    private static final double LEAST_GAP_FOR_DOTS = 9;

    private final Graphics2D graphics;
    private final Rectangle2D area;
    private final DoubleUnaryOperator toX;
    private final DoubleUnaryOperator toY;

    /// @param toX step to pixel
    /// @param toY value to pixel
    CurvePainter(Graphics2D graphics, Rectangle2D area, DoubleUnaryOperator toX, DoubleUnaryOperator toY) {
        this.graphics = graphics;
        this.area = area;
        this.toX = toX;
        this.toY = toY;
    }

    void paint(Curve curve, Color color, boolean dashed) {
        paintLine(curve, color, dashed);
        if (!dashed && !isDense(curve)) {
            paintDots(curve);
        }
    }

    /// Without a dot for each point.
    void paintLine(Curve curve, Color color, boolean dashed) {
        graphics.setColor(color);
        if (isDense(curve)) {
            fillColumns(curve);
        } else {
            stroke(curve, dashed);
        }
    }

    private boolean isDense(Curve curve) {
        return curve.size() > area.getWidth() && travel(curve) > area.getWidth() / PIXELS_A_DENSE_PASS * area.getHeight();
    }

    /// How far a pen would go up and down.
    private double travel(Curve curve) {
        double travel = 0;
        double last = Double.NaN;
        for (int i = 0; i < curve.size(); i++) {
            double y = toY.applyAsDouble(curve.values()[i]);
            travel += Double.isNaN(y) || Double.isNaN(last) ? 0 : Math.abs(y - last);
            last = y;
        }
        return travel;
    }

    private void stroke(Curve curve, boolean dashed) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO, curve.size() + 1);
        boolean pen = false;
        for (int i = 0; i < curve.size(); i++) {
            double y = toY.applyAsDouble(curve.values()[i]);
            if (Double.isNaN(y)) {
                pen = false;
                continue;
            }
            double x = toX.applyAsDouble(curve.steps()[i]);
            if (pen) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
                pen = true;
            }
        }
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setStroke(dashed
                ? new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0)
                : new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    /// Each step as a dot, where there is room: a schedule is a row of steps, not a line.
    private void paintDots(Curve curve) {
        boolean room = curve.size() == 1
                || curve.size() > 1 && toX.applyAsDouble(curve.steps()[1]) - toX.applyAsDouble(curve.steps()[0]) >= LEAST_GAP_FOR_DOTS;
        for (int i = 0; i < curve.size() && room; i++) {
            double y = toY.applyAsDouble(curve.values()[i]);
            if (!Double.isNaN(y)) {
                double x = toX.applyAsDouble(curve.steps()[i]);
                graphics.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
            }
        }
    }

    private void fillColumns(Curve curve) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.setStroke(new BasicStroke(1));
        int column = Integer.MIN_VALUE;
        double top = 0;
        double bottom = 0;
        double last = Double.NaN;
        for (int i = 0; i < curve.size(); i++) {
            double y = toY.applyAsDouble(curve.values()[i]);
            if (Double.isNaN(y)) {
                last = y;
                continue;
            }
            int x = (int) toX.applyAsDouble(curve.steps()[i]);
            if (x != column) {
                fillColumn(column, top, bottom);
                connect(column, last, x, y);
                top = y;
                bottom = y;
                column = x;
            }
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            last = y;
        }
        fillColumn(column, top, bottom);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    /// From where one column ends to where the next begins: a steep curve has most of its way between two.
    private void connect(int fromX, double fromY, int x, double y) {
        if (!Double.isNaN(fromY)) {
            graphics.drawLine(fromX, (int) fromY, x, (int) y);
        }
    }

    private void fillColumn(int x, double top, double bottom) {
        if (x != Integer.MIN_VALUE) {
            graphics.fillRect(x, (int) top, 1, Math.max(2, (int) (bottom - top)));
        }
    }
}
