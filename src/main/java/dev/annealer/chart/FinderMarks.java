package dev.annealer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// A line at each pick, a dot where it lies on the curve, and its name and rate in a label at the top.
///
/// @param isMain whether this is the plot of the loss, with dots and labels
record FinderMarks(FinderPicture picture, ChartPalette palette, Font font, boolean isMain) implements PlotLayer {
    static final int ROW = 18;
    static final double INSET = 5;
    /// The labels take no more than this share of the plot's height.
    static final double MOST_OF_HEIGHT = 0.5;

    private static final double LABEL_HEIGHT = 16;
    private static final double DOT = 7;

    @Override
    public void paint(Canvas canvas) {
        Graphics2D graphics = canvas.graphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        picture.marks().forEach(mark -> paintLine(canvas, mark));
        if (!isMain) {
            return;
        }
        picture.marks().forEach(mark -> paintDot(canvas, mark));
        graphics.setFont(labelFont(font));
        FontMetrics metrics = graphics.getFontMetrics();
        Rectangle2D area = canvas.area();
        MarkLayout.of(
                        picture.marks(),
                        mark -> x(canvas, mark),
                        mark -> metrics.stringWidth(mark.label()) + 2 * INSET,
                        area.getMinX(),
                        area.getMaxX(),
                        mostRows(area.getHeight()))
                .labels()
                .forEach(label -> paintLabel(canvas, label, metrics));
    }

    static Font labelFont(Font font) {
        return font.deriveFont(11f);
    }

    static int mostRows(double height) {
        return Math.max(1, (int) (height * MOST_OF_HEIGHT / ROW));
    }

    private static double x(Canvas canvas, FinderMark mark) {
        return canvas.toX().applyAsDouble(Math.log10(mark.lr()));
    }

    private Color color(FinderMark mark) {
        return picture.curves().size() > 1 ? palette.curve(mark.color()) : mark.chosen() ? palette.text() : palette.mutedText();
    }

    private void paintLine(Canvas canvas, FinderMark mark) {
        double x = x(canvas, mark);
        canvas.graphics().setColor(color(mark));
        canvas.graphics().setStroke(mark.chosen()
                ? new BasicStroke(1.4f)
                : new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 3}, 0));
        canvas.graphics().draw(new Line2D.Double(x, canvas.area().getMinY(), x, canvas.area().getMaxY()));
    }

    private void paintDot(Canvas canvas, FinderMark mark) {
        double x = x(canvas, mark);
        double y = canvas.toY().applyAsDouble(mark.loss());
        double size = mark.chosen() ? DOT + 2 : DOT;
        var dot = new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
        canvas.graphics().setColor(mark.chosen() ? color(mark) : palette.background());
        canvas.graphics().fill(dot);
        canvas.graphics().setColor(color(mark));
        canvas.graphics().setStroke(new BasicStroke(1.4f));
        canvas.graphics().draw(dot);
    }

    private void paintLabel(Canvas canvas, MarkLayout.Label label, FontMetrics metrics) {
        Graphics2D graphics = canvas.graphics();
        double top = canvas.area().getMinY() + 1 + label.row() * (double) ROW;
        var box = new RoundRectangle2D.Double(label.left(), top, label.width(), LABEL_HEIGHT, 7, 7);
        Color color = color(label.mark());
        graphics.setColor(label.mark().chosen() ? color : palette.background());
        graphics.fill(box);
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(box);
        graphics.setColor(label.mark().chosen() ? palette.background() : palette.text());
        double baseline = top + (LABEL_HEIGHT - metrics.getHeight()) / 2 + metrics.getAscent();
        graphics.drawString(label.mark().label(), (float) (label.left() + INSET), (float) baseline);
    }
}
