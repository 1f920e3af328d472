package dev.annealer.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/// A line across a chart, and a box of exact figures beside it. JavaFX nodes over the picture: moving them costs no redraw.
public final class CrosshairBox extends Pane {
    private static final double GAP = 12;
    private static final double BELOW_TOP = 26;

    private final Line line = new Line();
    private final VBox box = new VBox();
    private final List<Label> rows = new ArrayList<>();

    public CrosshairBox() {
        setMouseTransparent(true);
        line.getStyleClass().add("crosshair-line");
        box.getStyleClass().add("crosshair-box");
        getChildren().addAll(line, box);
        hide();
    }

    public void hide() {
        line.setVisible(false);
        box.setVisible(false);
    }

    /// All in pixels.
    ///
    /// @param right where the plot ends; the box does not reach beyond it
    public void show(double position, double top, double bottom, double right, List<String> texts) {
        double x = Math.round(position) + 0.5;
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(top);
        line.setEndY(bottom);
        line.setVisible(true);
        fill(texts);
        box.setVisible(true);
        box.applyCss();
        box.autosize();
        boolean leftOf = x + GAP + box.getWidth() > right;
        box.relocate(leftOf ? x - GAP - box.getWidth() : x + GAP, top + BELOW_TOP);
    }

    private void fill(List<String> texts) {
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
