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
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The steps by which people check a schedule, and what the run amounts to. A click shows the step in the chart.
public final class CheckpointsView extends ScrollPane {
    static final int DIGITS = 5;

    private final ChartViewModel chart;
    private final GridPane points = new GridPane();
    private final GridPane sums = new GridPane();
    private final Label average = new Label();
    private final Label total = new Label();
    private final List<CheckpointRow> rows = new ArrayList<>();
    private final VBox content;
    /// Null while there has never been more than one param group: a combo box is the dearest of all controls to make.
    private @Nullable ComboBox<String> groups;

    public CheckpointsView(ChartViewModel chart) {
        this.chart = chart;
        getStyleClass().addAll("side-pane", "checkpoints");
        var title = new Label(get("checkpoints.title"));
        title.getStyleClass().add("pane-title");
        points.getStyleClass().add("figures");
        sums.getStyleClass().add("figures");
        points.getColumnConstraints().addAll(growing(), fixed(), fixed());
        sums.getColumnConstraints().addAll(growing(), fixed());
        addSum(0, get("checkpoints.average"), average);
        addSum(1, get("checkpoints.total"), total);
        content = new VBox(title, points, sums);
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
        refreshGroups(schedule == null ? List.of() : schedule.groups().stream().map(Group::name).toList());
        refreshFigures();
    }

    private void refreshGroups(List<String> names) {
        boolean several = names.size() > 1;
        if (groups == null && several) {
            groups = groupChoice();
            content.getChildren().add(1, groups);
        }
        if (groups == null) {
            return;
        }
        if (!groups.getItems().equals(names)) {
            groups.getItems().setAll(names);
            groups.getSelectionModel().selectFirst();
        }
        groups.setVisible(several);
        groups.setManaged(several);
    }

    private ComboBox<String> groupChoice() {
        var choice = new ComboBox<String>();
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getStyleClass().add("compact");
        choice.setAccessibleText(get("checkpoints.group"));
        choice.getSelectionModel().selectedIndexProperty().subscribe(_ -> refreshFigures());
        return choice;
    }

    private void refreshFigures() {
        Schedule schedule = chart.session().scheduleProperty().get();
        sums.setVisible(schedule != null);
        if (schedule == null) {
            show(List.of());
            return;
        }
        int chosen = groups == null ? 0 : groups.getSelectionModel().getSelectedIndex();
        int group = Math.clamp(chosen, 0, schedule.groups().size() - 1);
        show(Checkpoints.of(schedule, group));
        RunStatistics statistics = RunStatistics.of(schedule, group);
        String about = statistics.isExact() ? "" : "≈ ";
        average.setText(about + Numbers.format(statistics.average(), DIGITS));
        total.setText(about + Numbers.format(statistics.total(), DIGITS));
    }

    /// New texts in the nodes that are there: a knob that moves changes no more than that.
    private void show(List<Checkpoint> checkpoints) {
        while (rows.size() > checkpoints.size()) {
            points.getChildren().removeAll(rows.removeLast().nodes());
        }
        while (rows.size() < checkpoints.size()) {
            var added = new CheckpointRow(chart);
            points.addRow(rows.size(), added.nodes().toArray(Node[]::new));
            rows.add(added);
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(checkpoints.get(i));
        }
    }

    private void addSum(int row, String name, Label figure) {
        var label = new Label(name);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        figure.getStyleClass().add("figure");
        sums.addRow(row, label, figure);
    }
}
