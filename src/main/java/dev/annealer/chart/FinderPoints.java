package dev.annealer.chart;

import dev.annealer.trace.Curve;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;

/// The losses as they were measured, faintly; where they are too many to tell apart, the range that they fill.
record FinderPoints(FinderPicture picture, ChartPalette palette) implements PlotLayer {
    private static final double DOT = 3.6;
    private static final int MOST_POINTS_A_COLUMN = 3;
    private static final int ALPHA = 125;

    @Override
    public void paint(Canvas canvas) {
        canvas.graphics().setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (FinderCurve curve : picture.curves().reversed()) {
            Color color = palette.curve(curve.color());
            canvas.graphics().setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), ALPHA));
            VisiblePoints visible = VisiblePoints.of(curve, picture.view());
            boolean few = visible.to() - visible.from() <= MOST_POINTS_A_COLUMN * canvas.area().getWidth();
            if (few) {
                paintDots(canvas, curve, visible);
            } else {
                paintRange(canvas, curve, visible);
            }
        }
    }

    private static void paintDots(Canvas canvas, FinderCurve curve, VisiblePoints visible) {
        double[] losses = curve.sweep().loss();
        for (int i = visible.from(); i < visible.to(); i++) {
            double y = canvas.toY().applyAsDouble(losses[i]);
            if (y >= canvas.area().getMinY() - DOT) {
                double x = canvas.toX().applyAsDouble(curve.positions()[i]);
                canvas.graphics().fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
            }
        }
    }

    private void paintRange(Canvas canvas, FinderCurve curve, VisiblePoints visible) {
        int columns = (int) canvas.area().getWidth();
        Curve sampled = new ColumnSampler(curve.positions(), picture.view().from(), picture.view().to(), columns)
                .sample(curve.sweep().loss(), visible.from(), visible.to());
        double top = canvas.area().getMinY();
        for (int i = 1; i < sampled.size(); i++) {
            double y = canvas.toY().applyAsDouble(sampled.values()[i]);
            double last = canvas.toY().applyAsDouble(sampled.values()[i - 1]);
            double x = canvas.toX().applyAsDouble(sampled.steps()[i]);
            if (y > top || last > top) {
                canvas.graphics().draw(new Line2D.Double(x, Math.max(top, last), x, Math.max(top, y)));
            }
        }
    }
}
