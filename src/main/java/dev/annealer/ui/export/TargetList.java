package dev.annealer.ui.export;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.export.target.Exporter;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The targets, one below the other as there are many; each with a mark of how its file on the disk compares.
final class TargetList extends ListView<Exporter> {
    private final ExportViewModel model;

    TargetList(ExportViewModel model) {
        this.model = model;
        getStyleClass().add("targets");
        setAccessibleText(get("export.targets"));
        setCellFactory(_ -> new TargetCell());
        getItems().setAll(model.targets());
        model.targetProperty().subscribe(target -> getSelectionModel().select(target));
        getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.targetProperty().set(chosen);
            }
        });
        model.onDiskProperty().subscribe(_ -> refresh());
    }

    private final class TargetCell extends ListCell<Exporter> {
        @Override
        protected void updateItem(Exporter exporter, boolean empty) {
            super.updateItem(exporter, empty);
            getStyleClass().removeAll("same", "different");
            setGraphic(null);
            setTooltip(null);
            setText(empty || exporter == null ? null : exporter.title());
            if (!empty && exporter != null) {
                mark(model.onDiskProperty().get().getOrDefault(exporter, DiskState.ABSENT));
            }
        }

        private void mark(DiskState state) {
            switch (state) {
                case ABSENT -> { }
                case SAME -> mark("same", Feather.CHECK);
                case DIFFERENT -> mark("different", Feather.ALERT_CIRCLE);
            }
        }

        private void mark(String style, Feather icon) {
            getStyleClass().add(style);
            setGraphic(FontIcon.of(icon));
            setTooltip(new Tooltip(get("export.disk." + style)));
            setAccessibleText(getText() + ". " + get("export.disk." + style));
        }
    }
}
