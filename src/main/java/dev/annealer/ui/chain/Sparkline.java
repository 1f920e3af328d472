package dev.annealer.ui.chain;

import dev.annealer.schedule.Extremes;
import dev.annealer.schedule.Schedule;
import dev.annealer.trace.Curve;
import dev.annealer.trace.CurveSampler;
import java.util.ArrayList;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineJoin;

/// A stretch of a schedule in a few pixels, from 0 to its own peak.
final class Sparkline extends Region {
    private static final double INSET = 2;

    private final CurveSampler sampler = new CurveSampler();
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
        var points = new ArrayList<Double>();
        if (from < to) {
            Extremes extremes = schedule.extremes(from, to, 0);
            double peak = extremes.isEmpty() || extremes.max() <= 0 ? 1 : extremes.max();
            int columns = (int) getPrefWidth();
            Curve curve = sampler.learningRate(schedule, 0, from, to, columns);
            double perStep = (getPrefWidth() - 2 * INSET) / Math.max(1, to - 1 - from);
            double height = getPrefHeight() - 2 * INSET;
            for (int i = 0; i < curve.size(); i++) {
                if (!Double.isNaN(curve.values()[i])) {
                    points.add(INSET + (curve.steps()[i] - from) * perStep);
                    points.add(INSET + height * (1 - curve.values()[i] / peak));
                }
            }
        }
        line.getPoints().setAll(points);
    }

    void clear() {
        line.getPoints().clear();
    }
}
