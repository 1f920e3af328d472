package dev.annealer.ui.chart;

import dev.annealer.chart.ChartView;
import dev.annealer.lint.Finding;
import dev.annealer.lint.StepRange;
import dev.annealer.ui.findings.FindingsViewModel;
import dev.annealer.ui.findings.SeverityIcon;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A small mark where each finding begins, and a shade over the stretch of the one that is pointed at.
final class FindingMarks {
    private static final double SIZE = 16;
    private static final double LEAST_SHADE = 4;
    private static final double ABOVE_BOTTOM = 20;
    /// Its place among the pane's children: below the crosshair.
    private static final int ABOVE_PICTURE = 1;

    private final Pane pane;
    private final FindingsViewModel model;
    private final Rectangle shade = new Rectangle();
    private final List<Label> marks = new ArrayList<>();
    private @Nullable ChartView view;
    private Rectangle2D area = new Rectangle2D.Double();

    FindingMarks(Pane pane, FindingsViewModel model) {
        this.pane = pane;
        this.model = model;
        shade.getStyleClass().add("finding-shade");
        shade.setManaged(false);
        shade.setMouseTransparent(true);
        shade.setVisible(false);
        pane.getChildren().add(ABOVE_PICTURE, shade);
        model.pointedProperty().subscribe(_ -> shade());
    }

    void place(ChartView shown, Rectangle2D plotArea) {
        view = shown;
        area = plotArea;
        pane.getChildren().removeAll(marks);
        marks.clear();
        marks(shown).forEach(this::add);
        shade();
    }

    void hide() {
        view = null;
        pane.getChildren().removeAll(marks);
        marks.clear();
        shade.setVisible(false);
    }

    private record Mark(double x, List<Finding> findings) {}

    /// Findings whose marks would overlap share one; those about the whole run have none.
    private List<Mark> marks(ChartView shown) {
        var found = new ArrayList<Mark>();
        List<Finding> inSight = model.reportProperty().get().findings().stream()
                .filter(finding -> finding.steps().filter(steps -> isInSight(steps, shown)).isPresent())
                .sorted((a, b) -> Long.compare(a.steps().orElseThrow().from(), b.steps().orElseThrow().from()))
                .toList();
        for (Finding finding : inSight) {
            double x = xOf(finding.steps().orElseThrow().from(), shown);
            if (!found.isEmpty() && x - found.getLast().x() < SIZE) {
                found.getLast().findings().add(finding);
            } else {
                found.add(new Mark(x, new ArrayList<>(List.of(finding))));
            }
        }
        return found;
    }

    private static boolean isInSight(StepRange steps, ChartView shown) {
        return steps.from() >= shown.from() && steps.from() < shown.to();
    }

    private double xOf(long step, ChartView shown) {
        double span = Math.max(1, shown.to() - 1.0 - shown.from());
        return Math.clamp(area.getX() + (step - shown.from()) / span * area.getWidth(), area.getX(), area.getMaxX());
    }

    private void add(Mark mark) {
        List<Finding> findings = mark.findings();
        Finding worst = findings.stream().min((a, b) -> a.severity().compareTo(b.severity())).orElseThrow();
        var label = new Label(null, SeverityIcon.of(worst.severity()));
        label.getStyleClass().add("finding-mark");
        SeverityIcon.dress(label, worst.severity());
        label.setManaged(false);
        label.setCursor(Cursor.HAND);
        label.setTooltip(new Tooltip(findings.stream().map(Finding::message).collect(Collectors.joining("\n"))));
        label.hoverProperty().subscribe(hovered -> model.pointedProperty().set(hovered ? worst : null));
        label.setOnMouseClicked(event -> {
            model.ask(worst);
            event.consume();
        });
        label.resize(SIZE, SIZE);
        label.relocate(
                Math.clamp(mark.x() - SIZE / 2, area.getX(), Math.max(area.getX(), area.getMaxX() - SIZE)),
                area.getMaxY() - ABOVE_BOTTOM);
        marks.add(label);
        pane.getChildren().add(label);
    }

    private void shade() {
        Finding pointed = model.pointedProperty().get();
        ChartView shown = view;
        if (pointed == null || shown == null || pointed.steps().isEmpty()) {
            shade.setVisible(false);
            return;
        }
        StepRange steps = pointed.steps().get();
        double left = xOf(steps.from(), shown);
        double right = xOf(Math.max(steps.to() - 1, steps.from()), shown);
        double width = Math.max(LEAST_SHADE, right - left);
        shade.setX(Math.min(left, area.getMaxX() - width));
        shade.setY(area.getY());
        shade.setWidth(width);
        shade.setHeight(area.getHeight());
        SeverityIcon.dress(shade, pointed.severity());
        shade.setVisible(steps.to() > shown.from() && steps.from() < shown.to());
    }
}
