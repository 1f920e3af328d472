package dev.annealer.ui.dryrun;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.schedule.Schedule;
import java.util.List;
import java.util.function.LongFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The table of the trace, with the training loop beside it.
public final class DryRunView extends BorderPane {
    private static final double ROWS_ABOVE = 4;
    private static final double LEAST_WIDTH_FOR_LOOP = 640;
    private static final double CHARACTER_WIDTH = 7.7;
    private static final double CELL_PADDING = 17;

    private final DryRunViewModel model;
    private final TableView<Long> table = new TableView<>();
    private final VBox loop = new VBox();
    /// Counts the times that the rows came to show something else.
    private final IntegerProperty shownVersion = new SimpleIntegerProperty();
    private List<?> shownLoop = List.of();

    public DryRunView(DryRunViewModel model) {
        this.model = model;
        getStyleClass().add("dry-run");
        table.getStyleClass().addAll(Styles.DENSE, "trace-table");
        table.setAccessibleText(get("dryrun.table"));
        table.setPlaceholder(new Label(get("dryrun.empty")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        loop.getStyleClass().add("training-loop");
        var side = new ScrollPane(loop);
        side.setFitToWidth(true);
        side.getStyleClass().add("training-loop-scroll");
        setTop(bar());
        setCenter(table);
        setRight(side);
        widthProperty().subscribe(width -> {
            boolean room = width.doubleValue() >= LEAST_WIDTH_FOR_LOOP;
            side.setVisible(room);
            side.setManaged(room);
        });
        model.documentProperty().subscribe(_ -> refresh());
        model.chart().hoverStepProperty().subscribe(step -> follow(step.longValue()));
        table.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (index.intValue() >= 0 && table.isFocused()) {
                model.chart().reveal(index.intValue());
            }
        });
    }

    private HBox bar() {
        var field = new TextField();
        field.setPromptText(get("dryrun.jump.prompt"));
        field.setPrefColumnCount(11);
        field.getStyleClass().add(Styles.SMALL);
        field.setAccessibleText(get("dryrun.jump"));
        field.setOnAction(_ -> model.jump(field.getText()));
        var label = new Label(get("dryrun.jump"));
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.setLabelFor(field);
        var copy = new Button(get("dryrun.copy"), FontIcon.of(Feather.COPY));
        copy.getStyleClass().addAll(Styles.SMALL);
        copy.setOnAction(_ -> model.copyCsv());
        copy.setTooltip(new Tooltip(get("dryrun.copy.tip")));
        var message = new Label();
        message.textProperty().bind(model.messageProperty());
        message.getStyleClass().add(Styles.TEXT_MUTED);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(label, field, message, space, copy);
        bar.getStyleClass().add("pane-bar");
        return bar;
    }

    private void refresh() {
        Schedule schedule = model.scheduleProperty().get();
        if (schedule == null) {
            table.setItems(FXCollections.observableArrayList());
            return;
        }
        List<DryRunViewModel.Column> columns = model.columns();
        List<String> titles = columns.stream().map(DryRunViewModel.Column::title).toList();
        if (!titles.equals(table.getUserData())) {
            table.setUserData(titles);
            table.getColumns().setAll(columns.stream().map(this::column).toList());
        }
        if (table.getItems().size() != schedule.steps()) {
            table.setItems(new TraceRows(schedule));
        }
        // The rows are the same numbers as before; what they show is not. The table's own refresh would make every cell anew.
        shownVersion.set(shownVersion.get() + 1);
        showLoop();
    }

    private TableColumn<Long, String> column(DryRunViewModel.Column shown) {
        var column = new TableColumn<Long, String>(shown.title());
        column.setCellValueFactory(
                row -> Bindings.createStringBinding(() -> shown(row.getValue(), shown.text()), shownVersion));
        column.setMinWidth(shown.characters() * CHARACTER_WIDTH + CELL_PADDING);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /// Rows of a longer run may still be laid out while a shorter one takes its place.
    private String shown(long step, LongFunction<String> text) {
        Schedule schedule = model.scheduleProperty().get();
        return schedule != null && step < schedule.steps() ? text.apply(step) : "";
    }

    private void follow(long step) {
        if (step < 0 || step >= table.getItems().size() || table.isFocused()) {
            return;
        }
        table.getSelectionModel().select((int) step);
        table.scrollTo((int) Math.max(0, step - (long) ROWS_ABOVE));
    }

    private void showLoop() {
        List<DryRunViewModel.LoopLine> lines = model.trainingLoop();
        List<String> reductions = model.reductions();
        var next = List.of(lines, reductions);
        if (next.equals(shownLoop)) {
            return;
        }
        shownLoop = next;
        loop.getChildren().clear();
        for (DryRunViewModel.LoopLine line : lines) {
            var label = new Label(line.code());
            label.getStyleClass().add("code-line");
            label.setMinWidth(USE_PREF_SIZE);
            if (line.isSchedulerStep()) {
                label.getStyleClass().add("scheduler-step");
            }
            loop.getChildren().add(label);
        }
        for (String reduction : reductions) {
            var label = new Label(reduction);
            label.setWrapText(true);
            label.getStyleClass().add("reduction");
            loop.getChildren().add(label);
        }
    }
}
