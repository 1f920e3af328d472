package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.table.ColumnRoles;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The first rows of a table, and which column is taken for what.
final class PreviewPane extends VBox {
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final double COLUMN_WIDTH = 130;

    private final ImportViewModel model;

    PreviewPane(ImportViewModel model) {
        this.model = model;
        getStyleClass().add("finder-preview");
        model.previewProperty().subscribe(preview -> {
            if (preview != null) {
                fill(preview);
            }
        });
    }

    private void fill(ColumnPreview preview) {
        getChildren().clear();
        boolean isNew = !preview.reason().isEmpty();
        var title = new Label(get(isNew ? "finder.preview.title" : "finder.preview.title.done", preview.file().name()));
        title.getStyleClass().add("finder-empty-title");
        getChildren().add(title);
        if (isNew) {
            addText(preview.reason(), Styles.DANGER);
        }
        addText(preview.summary(), Styles.TEXT_MUTED);
        if (!preview.skipped().isEmpty()) {
            addText(preview.skipped(), Styles.TEXT_MUTED);
        }
        TableView<Integer> rows = rows(preview);
        setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(choices(preview), rows, buttons(preview));
    }

    private void addText(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(style, "finder-note");
        label.setMinHeight(USE_PREF_SIZE);
        getChildren().add(label);
    }

    private GridPane choices(ColumnPreview preview) {
        var grid = new GridPane();
        grid.getStyleClass().add("figures");
        ColumnRoles roles = preview.roles();
        grid.addRow(0, choice("finder.preview.lr", preview, roles.lr(), preview.lrCertainty(), model::chooseLr));
        grid.addRow(1, choice("finder.preview.loss", preview, roles.loss(), preview.lossCertainty(), model::chooseLoss));
        return grid;
    }

    private static Region[] choice(
            String key, ColumnPreview preview, OptionalInt chosen, String certainty, IntConsumer choose) {
        var name = new Label(get(key));
        var box = new ComboBox<String>();
        List<Integer> candidates = preview.candidates();
        box.getItems().setAll(candidates.stream().map(preview.columns()::get).toList());
        box.setPromptText(get("finder.preview.choose"));
        box.setAccessibleText(get(key));
        box.getStyleClass().add("compact");
        box.setPrefWidth(200);
        box.getSelectionModel().select(candidates.indexOf(chosen.orElse(-1)));
        box.setOnAction(_ -> choose.accept(candidates.get(box.getSelectionModel().getSelectedIndex())));
        name.setLabelFor(box);
        name.setMinWidth(USE_PREF_SIZE);
        var sure = new Label(certainty);
        sure.getStyleClass().add("certainty");
        sure.pseudoClassStateChanged(FOUND, chosen.isPresent());
        sure.setMinWidth(0);
        return new Region[] {name, box, sure};
    }

    private static TableView<Integer> rows(ColumnPreview preview) {
        var table = new TableView<Integer>();
        table.getStyleClass().addAll(Styles.DENSE, "trace-table");
        table.setAccessibleText(get("finder.preview.rows"));
        List<String> names = preview.columns();
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            String role = preview.roles().roleOf(i);
            var column = new TableColumn<Integer, String>(names.get(i) + (role.isEmpty() ? "" : "  \u2192 " + role));
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(preview.cell(row.getValue(), index)));
            column.setPrefWidth(COLUMN_WIDTH);
            column.setSortable(false);
            column.setReorderable(false);
            if (!role.isEmpty()) {
                column.getStyleClass().add("role-" + role);
            }
            table.getColumns().add(column);
        }
        table.getItems().setAll(IntStream.range(0, preview.rows()).boxed().toList());
        table.setMinHeight(90);
        return table;
    }

    private HBox buttons(ColumnPreview preview) {
        var accept = new Button(get("finder.preview.accept"));
        accept.setId("accept-columns");
        accept.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
        accept.setDefaultButton(true);
        accept.setDisable(!preview.isComplete());
        accept.setOnAction(_ -> model.accept());
        var other = new Button(get("finder.preview.other"));
        other.getStyleClass().add(Styles.SMALL);
        other.setTooltip(new Tooltip(get("finder.preview.other.tip")));
        other.setOnAction(_ -> model.choose());
        other.setVisible(!preview.isComplete());
        other.setManaged(!preview.isComplete());
        var cancel = new Button(get("dialog.cancel"));
        cancel.getStyleClass().add(Styles.SMALL);
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> model.dismiss());
        for (Button button : List.of(accept, other, cancel)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        var bar = new HBox(accept, other, cancel);
        bar.getStyleClass().add("finder-empty-bar");
        return bar;
    }
}
