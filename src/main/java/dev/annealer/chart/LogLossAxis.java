package dev.annealer.chart;

import dev.annealer.document.Numbers;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/// A logarithmic axis of losses, which seldom go through whole powers of ten.
final class LogLossAxis extends LogAxis {
    private static final long serialVersionUID = 1;
    private static final int DIGITS = 4;
    private static final double PIXELS_A_LABEL = 26;

    LogLossAxis(String label, Range range) {
        super(label);
        setRange(range);
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        var logs = new Range(Math.log10(getRange().getLowerBound()), Math.log10(getRange().getUpperBound()));
        var ticks = new ArrayList<ValueTick>();
        for (double loss : DecadeTicks.of(logs, area.getHeight() / PIXELS_A_LABEL)) {
            ticks.add(new NumberTick(loss, Numbers.format(loss, DIGITS), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0));
        }
        return ticks;
    }
}
