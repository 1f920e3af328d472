package dev.annealer.ui.support;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineJoin;

/// Curves in a box, without axes: a picture to recognise a schedule by. Its colours are those of the style classes
/// `curve-0`, `curve-1`, … of the stylesheet.
public final class CurvePicture extends Region {
    private static final double INSET = 3;
    private static final int COLOURS = 3;

    private List<CurvePoints> curves = List.of();
    private final List<Polyline> lines = new ArrayList<>();

    public CurvePicture(double width, double height) {
        getStyleClass().add("curve-picture");
        setMinSize(0, height);
        setPrefSize(width, height);
        setMouseTransparent(true);
    }

    /// The first lies on top.
    public void show(List<CurvePoints> shown) {
        curves = List.copyOf(shown);
        lines.clear();
        for (int i = 0; i < curves.size(); i++) {
            var line = new Polyline();
            line.getStyleClass().addAll("curve", "curve-" + i % COLOURS);
            line.setStrokeLineJoin(StrokeLineJoin.ROUND);
            line.setManaged(false);
            lines.add(line);
        }
        getChildren().setAll(lines.reversed());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * INSET;
        double height = getHeight() - 2 * INSET;
        for (int i = 0; i < curves.size(); i++) {
            CurvePoints curve = curves.get(i);
            var points = new ArrayList<Double>(2 * curve.x().length);
            for (int k = 0; k < curve.x().length; k++) {
                points.add(INSET + width * curve.x()[k]);
                points.add(INSET + height * (1 - curve.y()[k]));
            }
            lines.get(i).getPoints().setAll(points);
        }
    }
}
