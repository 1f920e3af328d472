package dev.annealer.ui.chart;

import static dev.annealer.document.Numbers.grouped;

import dev.annealer.chart.ChartView;
import dev.annealer.chart.Compared;
import dev.annealer.document.Numbers;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import dev.annealer.ui.support.Messages;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The crosshair at the step under the pointer.
final class Crosshair implements PlotGeometry {
    private static final double AXIS_HEIGHT = 42;
    private static final int MOST_GROUPS = 8;
    private static final int LR_DIGITS = 7;
    private static final int DIFFERENCE_DIGITS = 4;

    private final ChartViewModel model;
    private final CrosshairBox box = new CrosshairBox();
    private @Nullable Schedule schedule;
    private @Nullable ChartView view;
    private Rectangle2D area = new Rectangle2D.Double();
    private double bottom;

    Crosshair(ChartViewModel model) {
        this.model = model;
        model.hoverStepProperty().subscribe(_ -> update());
    }

    CrosshairBox box() {
        return box;
    }

    void place(Schedule drawn, ChartView shown, Rectangle2D plotArea, double height) {
        schedule = drawn;
        view = shown;
        area = plotArea;
        bottom = height;
        update();
    }

    void hide() {
        box.hide();
    }

    @Override
    public double plotWidth() {
        return Math.max(1, area.getWidth());
    }

    @Override
    public double positionAt(double x) {
        ChartView shown = view;
        return shown == null ? 0 : shown.from() + (x - area.getX()) / plotWidth() * span(shown);
    }

    private static double span(ChartView shown) {
        return Math.max(1, shown.to() - 1.0 - shown.from());
    }

    private void update() {
        Schedule drawn = schedule;
        ChartView shown = view;
        long step = model.hoverStepProperty().get();
        boolean visible = drawn != null && shown != null && step >= shown.from() && step < Math.min(shown.to(), drawn.steps());
        if (!visible) {
            hide();
            return;
        }
        double x = area.getX() + (step - shown.from()) / span(shown) * plotWidth();
        box.show(x, area.getY(), Math.max(area.getMaxY(), bottom - AXIS_HEIGHT), area.getMaxX(), texts(drawn, step, model.comparedProperty().get()));
    }

    private static List<String> texts(Schedule drawn, long step, @Nullable Compared compared) {
        var texts = new ArrayList<String>();
        texts.add("step " + grouped(step)
                + (drawn.run().epochAt(step).isPresent()
                        ? "  ·  epoch " + Numbers.format(drawn.run().epochAt(step).getAsDouble(), 6)
                        : ""));
        for (Group group : drawn.groups().stream().limit(MOST_GROUPS).toList()) {
            String name = group.name().isEmpty() ? "LR" : group.name();
            texts.add(name + "  " + Numbers.format(drawn.at(step, group.index()), LR_DIGITS));
        }
        if (compared != null && compared.comparison().schedule() == drawn) {
            texts.addAll(comparison(compared, step));
        }
        if (drawn.cyclesMomentum()) {
            drawn.momentum(step).ifPresent(momentum -> texts.add("momentum  " + Numbers.format(momentum, 5)));
        }
        texts.add(drawn.stageAt(step).scheduler().getClass().getSimpleName());
        return texts;
    }

    private static List<String> comparison(Compared compared, long step) {
        OptionalDouble other = compared.comparison().otherAt(step, 0);
        if (other.isEmpty()) {
            return List.of(Messages.get("chart.compared.over", compared.other()));
        }
        double difference = compared.comparison().schedule().at(step, 0) - other.getAsDouble();
        String sign = difference > 0 ? "+" : "";
        return List.of(
                compared.other() + "  " + Numbers.format(other.getAsDouble(), LR_DIGITS),
                Messages.get("chart.compared.difference", sign + Numbers.format(difference, DIFFERENCE_DIGITS)));
    }
}
