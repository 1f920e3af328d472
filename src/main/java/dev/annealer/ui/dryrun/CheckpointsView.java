package dev.annealer.ui.dryrun;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.Numbers;
import dev.annealer.schedule.Group;
import dev.annealer.schedule.Schedule;
import dev.annealer.trace.Checkpoints.Checkpoint;
import dev.annealer.trace.Checkpoints;
import dev.annealer.trace.RunStatistics;
import dev.annealer.ui.chart.ChartViewModel;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The steps by which people check a schedule, and what the run amounts to. A click shows the step in the chart.
public final class CheckpointsView extends ScrollPane {
    private static final int DIGITS = 5;

    private final ChartViewModel chart;
    private final GridPane points = new GridPane();
    private final GridPane sums = new GridPane();
    private final ComboBox<String> groups = new ComboBox<>();

    public CheckpointsView(ChartViewModel chart) {
        this.chart = chart;
        getStyleClass().addAll("side-pane", "checkpoints");
        var title = new Label(get("checkpoints.title"));
        title.getStyleClass().add("pane-title");
        groups.setMaxWidth(Double.MAX_VALUE);
        groups.setAccessibleText(get("checkpoints.group"));
        groups.getSelectionModel().selectedIndexProperty().subscribe(_ -> refreshFigures());
        points.getStyleClass().add("figures");
        sums.getStyleClass().add("figures");
        points.getColumnConstraints().addAll(growing(), fixed(), fixed());
        sums.getColumnConstraints().addAll(growing(), fixed());
        var content = new VBox(title, groups, points, sums);
        content.getStyleClass().add("side-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(190);
        chart.session().scheduleProperty().subscribe(_ -> refresh());
        chart.session().evaluatedProperty().subscribe(_ -> refreshFigures());
    }

    private static ColumnConstraints growing() {
        var constraints = new ColumnConstraints();
        constraints.setHgrow(Priority.ALWAYS);
        return constraints;
    }

    private static ColumnConstraints fixed() {
        var constraints = new ColumnConstraints();
        constraints.setHalignment(HPos.RIGHT);
        return constraints;
    }

    private void refresh() {
        Schedule schedule = chart.session().scheduleProperty().get();
        List<String> names = schedule == null ? List.of() : schedule.groups().stream().map(Group::name).toList();
        if (!groups.getItems().equals(names)) {
            groups.getItems().setAll(names);
            groups.getSelectionModel().selectFirst();
        }
        groups.setVisible(names.size() > 1);
        groups.setManaged(names.size() > 1);
        refreshFigures();
    }

    private void refreshFigures() {
        points.getChildren().clear();
        sums.getChildren().clear();
        Schedule schedule = chart.session().scheduleProperty().get();
        if (schedule == null) {
            return;
        }
        int group = Math.clamp(groups.getSelectionModel().getSelectedIndex(), 0, schedule.groups().size() - 1);
        int row = 0;
        for (Checkpoint checkpoint : Checkpoints.of(schedule, group)) {
            addPoint(row++, checkpoint);
        }
        RunStatistics statistics = RunStatistics.of(schedule, group);
        String about = statistics.isExact() ? "" : "≈ ";
        addSum(0, get("checkpoints.average"), about + Numbers.format(statistics.average(), DIGITS));
        addSum(1, get("checkpoints.total"), about + Numbers.format(statistics.total(), DIGITS));
    }

    private void addPoint(int row, Checkpoint checkpoint) {
        var name = new Hyperlink(get("checkpoints." + checkpoint.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        name.setOnAction(_ -> {
            chart.reveal(checkpoint.step());
            name.setVisited(false);
        });
        var step = new Label(String.format(Locale.ROOT, "%,d", checkpoint.step()));
        step.getStyleClass().add(Styles.TEXT_MUTED);
        var rate = new Label(Numbers.format(checkpoint.lr(), DIGITS));
        rate.getStyleClass().add("figure");
        name.setMinWidth(Region.USE_PREF_SIZE);
        step.setMinWidth(Region.USE_PREF_SIZE);
        rate.setMinWidth(Region.USE_PREF_SIZE);
        points.addRow(row, name, step, rate);
    }

    private void addSum(int row, String name, String value) {
        var label = new Label(name);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        var figure = new Label(value);
        figure.getStyleClass().add("figure");
        sums.addRow(row, label, figure);
    }
}
