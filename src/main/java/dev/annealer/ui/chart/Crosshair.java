package dev.annealer.ui.chart;

import dev.annealer.chart.ChartView;
import dev.annealer.document.Numbers;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// A line at the step under the pointer, and a box with its exact figures. JavaFX nodes over the picture: moving them costs no
/// redraw.
final class Crosshair extends Pane {
    private static final double GAP = 12;
    private static final int MOST_GROUPS = 8;

    private final ChartViewModel model;
    private final Line line = new Line();
    private final VBox box = new VBox();
    private final List<Label> rows = new ArrayList<>();
    private @Nullable Schedule schedule;
    private @Nullable ChartView view;
    private Rectangle2D area = new Rectangle2D.Double();
    private double bottom;

    Crosshair(ChartViewModel model) {
        this.model = model;
        setMouseTransparent(true);
        line.getStyleClass().add("crosshair-line");
        box.getStyleClass().add("crosshair-box");
        getChildren().addAll(line, box);
        model.hoverStepProperty().subscribe(_ -> update());
        hide();
    }

    void place(Schedule drawn, ChartView shown, Rectangle2D plotArea, double height) {
        schedule = drawn;
        view = shown;
        area = plotArea;
        bottom = height;
        update();
    }

    void hide() {
        line.setVisible(false);
        box.setVisible(false);
    }

    double plotWidth() {
        return Math.max(1, area.getWidth());
    }

    double stepAt(double x) {
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
        double x = Math.round(area.getX() + (step - shown.from()) / span(shown) * plotWidth()) + 0.5;
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(area.getY());
        line.setEndY(Math.max(area.getMaxY(), bottom - 42));
        line.setVisible(true);
        fill(drawn, step);
        box.setVisible(true);
        box.applyCss();
        box.autosize();
        boolean leftOf = x + GAP + box.getWidth() > area.getMaxX();
        box.relocate(leftOf ? x - GAP - box.getWidth() : x + GAP, area.getY() + 26);
    }

    private void fill(Schedule drawn, long step) {
        var texts = new ArrayList<String>();
        texts.add("step " + String.format(Locale.ROOT, "%,d", step)
                + (drawn.run().epochAt(step).isPresent()
                        ? "  ·  epoch " + Numbers.format(drawn.run().epochAt(step).getAsDouble(), 6)
                        : ""));
        for (Group group : drawn.groups().stream().limit(MOST_GROUPS).toList()) {
            String name = group.name().isEmpty() ? "LR" : group.name();
            texts.add(name + "  " + Numbers.format(drawn.at(step, group.index()), 7));
        }
        if (drawn.cyclesMomentum()) {
            drawn.momentum(step).ifPresent(momentum -> texts.add("momentum  " + Numbers.format(momentum, 5)));
        }
        texts.add(drawn.stageAt(step).scheduler().getClass().getSimpleName());
        show(texts);
    }

    private void show(List<String> texts) {
        while (rows.size() < texts.size()) {
            var row = new Label();
            row.getStyleClass().add("crosshair-row");
            rows.add(row);
        }
        for (int i = 0; i < texts.size(); i++) {
            rows.get(i).setText(texts.get(i));
        }
        if (box.getChildren().size() != texts.size()) {
            box.getChildren().setAll(rows.subList(0, texts.size()));
        }
    }
}
