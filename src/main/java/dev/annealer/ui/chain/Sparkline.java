package dev.annealer.ui.chain;

import dev.annealer.schedule.Schedule;
import dev.annealer.ui.support.CurvePoints;
import java.util.ArrayList;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineJoin;

/// A stretch of a schedule in a few pixels, from 0 to its own peak.
final class Sparkline extends Region {
    private static final double INSET = 2;

    private final Polyline line = new Polyline();

    Sparkline(double width, double height, Color color) {
        getStyleClass().add("sparkline");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        line.setStroke(color);
        line.setStrokeWidth(1.6);
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        line.setManaged(false);
        getChildren().add(line);
        setMouseTransparent(true);
    }

    /// Steps [from, to) of the first group.
    void show(Schedule schedule, long from, long to) {
        CurvePoints curve = CurvePoints.of(schedule, 0, from, to, (int) getPrefWidth());
        var points = new ArrayList<Double>(2 * curve.x().length);
        double width = getPrefWidth() - 2 * INSET;
        double height = getPrefHeight() - 2 * INSET;
        for (int i = 0; i < curve.x().length; i++) {
            points.add(INSET + width * curve.x()[i]);
            points.add(INSET + height * (1 - curve.y()[i]));
        }
        line.getPoints().setAll(points);
    }

    void clear() {
        line.getPoints().clear();
    }
}
