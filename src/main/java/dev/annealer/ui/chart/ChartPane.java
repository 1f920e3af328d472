package dev.annealer.ui.chart;

import dev.annealer.chart.ChartPalette;
import dev.annealer.chart.ChartView;
import dev.annealer.chart.ScheduleChart;
import dev.annealer.schedule.Schedule;
import dev.annealer.ui.findings.FindingsViewModel;
import dev.annealer.ui.support.Messages;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.jfree.chart.ChartRenderingInfo;
import org.jspecify.annotations.Nullable;

/// The schedule's chart with its crosshair.
public final class ChartPane extends Pane {
    private final ChartViewModel model;
    private final ObservableValue<Boolean> dark;
    private final ChartPicture picture = new ChartPicture(this, this::draw);
    private final Label empty = new Label(Messages.get("chart.empty"));
    private final Crosshair crosshair;
    private @Nullable FindingMarks marks;

    /// @param dark whether to use the dark palette
    public ChartPane(ChartViewModel model, ObservableValue<Boolean> dark) {
        this.model = model;
        this.dark = dark;
        this.crosshair = new Crosshair(model);
        getStyleClass().add("chart-pane");
        empty.getStyleClass().add("chart-empty");
        // Before the first frame nothing is known yet.
        empty.setVisible(false);
        getChildren().addAll(picture, crosshair.box(), empty);
        setFocusTraversable(true);
        setMinSize(240, 140);
        new ChartGestures(this, crosshair, model).install();
        for (ObservableValue<?> cause : causes()) {
            cause.subscribe(_ -> picture.requestDraw());
        }
    }

    /// The same chart with the findings marked in it.
    public ChartPane marking(FindingsViewModel findings) {
        marks = new FindingMarks(this, findings);
        findings.reportProperty().subscribe(_ -> picture.requestDraw());
        return this;
    }

    private List<ObservableValue<?>> causes() {
        var session = model.session();
        return List.of(
                model.viewProperty(), session.scheduleProperty(), session.staleProperty(), session.evaluatedProperty(),
                session.ghostProperty(), model.comparedProperty(), dark);
    }

    private void draw() {
        Schedule schedule = model.session().scheduleProperty().get();
        ChartView view = model.viewProperty().get();
        empty.setVisible(schedule == null && model.session().staleProperty().get());
        if (schedule == null || view == null) {
            picture.clear();
            crosshair.hide();
            if (marks != null) {
                marks.hide();
            }
            return;
        }
        ChartRenderingInfo info = picture.show(new ScheduleChart(ChartPalette.of(dark.getValue())).build(
                schedule,
                view,
                model.session().ghostProperty().get(),
                model.session().staleProperty().get(),
                model.comparedProperty().get()));
        crosshair.place(schedule, view, plotArea(info), getHeight());
        if (marks != null) {
            marks.place(view, plotArea(info));
        }
        setAccessibleText(new ChartDescription(schedule).text());
    }

    private static Rectangle2D plotArea(ChartRenderingInfo info) {
        return info.getPlotInfo().getSubplotInfo(0).getDataArea();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        empty.autosize();
        empty.relocate((getWidth() - empty.getWidth()) / 2, (getHeight() - empty.getHeight()) / 2);
    }
}
