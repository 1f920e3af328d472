package dev.annealer.chart;

import dev.annealer.document.Numbers;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// An axis over log10 of learning rates, labelled with the rates themselves: whole powers of ten, the closer one looks the
/// more between them.
final class RateAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private static final int DIGITS = 4;
    private static final double PIXELS_A_LABEL = 46;

    RateAxis(String label, double from, double to) {
        super(label);
        setRange(from, to);
    }

    @Override
    public List<ValueTick> refreshTicks(
            Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        var ticks = new ArrayList<ValueTick>();
        for (double rate : DecadeTicks.of(getRange(), area.getWidth() / PIXELS_A_LABEL)) {
            ticks.add(new NumberTick(
                    Math.log10(rate), Numbers.format(rate, DIGITS), TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0));
        }
        return ticks;
    }
}
