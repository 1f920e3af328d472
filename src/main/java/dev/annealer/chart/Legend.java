package dev.annealer.chart;

import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which line is what, where the curves leave room; nothing where there is only one.
record Legend(List<Entry> entries, Corner corner, ChartPalette palette, Font font) implements PlotLayer {
    /// Where it stands.
    enum Corner {
        /// Below the names of the stages.
        TOP_RIGHT,
        /// Where the losses of range tests never are.
        BOTTOM_LEFT
    }

    private static final int MOST_GROUPS = 8;
    private static final int MOST_CHARACTERS = 32;
    private static final double SAMPLE = 14;
    private static final double INDENT = 20;
    private static final double GAP = 6;
    private static final double COLUMN_GAP = 12;
    private static final double BELOW_TOP = 30;
    private static final Stroke LINE = new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final Stroke DASHES = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 2}, 0);

    /// @param color that of the sample line; null for a text alone
    record Entry(String text, @Nullable Color color, boolean dashed) {}

    Legend {
        entries = List.copyOf(entries);
    }

    static Legend of(Schedule schedule, @Nullable Compared compared, ChartPalette palette, Font font) {
        var entries = new ArrayList<Entry>();
        boolean severalGroups = schedule.groups().size() > 1;
        if (severalGroups) {
            schedule.groups().stream().limit(MOST_GROUPS).forEach(group -> entries.add(entry(group, palette)));
            int more = schedule.groups().size() - MOST_GROUPS;
            if (more > 0) {
                entries.add(new Entry("… " + more + " more", null, false));
            }
        }
        if (compared != null) {
            if (!severalGroups) {
                entries.add(new Entry(shortened(compared.own()), palette.curve(0), false));
            }
            entries.add(new Entry(shortened(compared.other()), palette.mutedText(), true));
        }
        return new Legend(entries, Corner.TOP_RIGHT, palette, font);
    }

    static Legend of(List<FinderCurve> curves, ChartPalette palette, Font font) {
        List<Entry> entries = curves.size() < 2
                ? List.of()
                : curves.stream()
                        .limit(MOST_GROUPS)
                        .map(curve -> new Entry(shortened(curve.name()), palette.curve(curve.color()), false))
                        .toList();
        return new Legend(entries, Corner.BOTTOM_LEFT, palette, font);
    }

    private static Entry entry(Group group, ChartPalette palette) {
        return new Entry(shortened(group.name()), palette.curve(group.index()), palette.isDashed(group.index()));
    }

    private static String shortened(String name) {
        return name.length() > MOST_CHARACTERS ? name.substring(0, MOST_CHARACTERS - 1) + "…" : name;
    }

    @Override
    public void paint(Canvas canvas) {
        if (entries.isEmpty()) {
            return;
        }
        Graphics2D graphics = canvas.graphics();
        graphics.setFont(font.deriveFont(11f));
        FontMetrics metrics = graphics.getFontMetrics();
        Rectangle2D area = canvas.area();
        double row = metrics.getHeight() + 1;
        List<List<Entry>> columns = columns(area, row, metrics);
        double width = width(columns, metrics);
        double height = columns.getFirst().size() * row;
        double x = corner == Corner.TOP_RIGHT ? area.getMaxX() - width - GAP : area.getMinX() + 2 * GAP;
        double top = corner == Corner.TOP_RIGHT
                ? area.getMinY() + BELOW_TOP
                : area.getMaxY() - GAP - height + metrics.getAscent();
        palette.paintBehind(graphics, new Rectangle2D.Double(x - 6, top - metrics.getAscent() - 2, width + 10, height + 4));
        for (List<Entry> column : columns) {
            double y = top;
            for (Entry entry : column) {
                paint(graphics, entry, x, y);
                y += row;
            }
            x += columnWidth(column, metrics) + COLUMN_GAP;
        }
    }

    /// As few as leave half of the plot's height to the curves, as far as they fit beside each other.
    private List<List<Entry>> columns(Rectangle2D area, double row, FontMetrics metrics) {
        List<List<Entry>> columns = List.of(entries);
        for (int rows = entries.size() - 1; rows > 0 && columns.getFirst().size() * row > area.getHeight() / 2; rows--) {
            List<List<Entry>> narrower = inColumns(rows);
            if (width(narrower, metrics) > area.getWidth() - 3 * GAP) {
                break;
            }
            columns = narrower;
        }
        return columns;
    }

    private List<List<Entry>> inColumns(int rows) {
        return IntStream.iterate(0, first -> first < entries.size(), first -> first + rows)
                .mapToObj(first -> entries.subList(first, Math.min(first + rows, entries.size())))
                .toList();
    }

    private static double width(List<List<Entry>> columns, FontMetrics metrics) {
        return columns.stream().mapToDouble(column -> columnWidth(column, metrics)).sum() + (columns.size() - 1) * COLUMN_GAP;
    }

    private static double columnWidth(List<Entry> column, FontMetrics metrics) {
        return column.stream().mapToInt(entry -> metrics.stringWidth(entry.text())).max().orElse(0) + INDENT;
    }

    private void paint(Graphics2D graphics, Entry entry, double x, double y) {
        if (entry.color() != null) {
            graphics.setColor(entry.color());
            graphics.setStroke(entry.dashed() ? DASHES : LINE);
            graphics.draw(new Line2D.Double(x, y - 3, x + SAMPLE, y - 3));
        }
        graphics.setColor(palette.text());
        graphics.drawString(entry.text(), (float) (x + INDENT), (float) y);
    }
}
