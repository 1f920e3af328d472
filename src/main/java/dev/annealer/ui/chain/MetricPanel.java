package dev.annealer.ui.chain;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.Metric;
import dev.annealer.document.Place;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The metric's name and values, on which a plateau runs.
final class MetricPanel extends VBox {
    MetricPanel(Form form) {
        super(2);
        var name = new TextField();
        name.setPromptText("val_loss");
        name.getStyleClass().add(Styles.SMALL);
        name.setAccessibleText(get("metric.name"));
        var values = new TextArea();
        values.setPrefRowCount(3);
        values.setWrapText(true);
        values.setPromptText(get("metric.prompt"));
        values.setAccessibleText(get("metric.values"));
        values.getStyleClass().add("formula");
        form.onRead(() -> {
            Metric metric = form.session().document().metric();
            String text = metric == null ? "" : MetricText.of(metric.values());
            if (!values.isFocused() && !values.getText().equals(text)) {
                values.setText(text);
            }
            if (metric != null && !name.isFocused()) {
                name.setText(metric.name());
            }
        });
        Runnable write = () -> MetricText.parse(values.getText()).ifPresent(series -> form.session().edit(
                get("edit.change", get("metric.values")), Place.DOCUMENT.at("metric"), document -> document.withMetric(
                        series.size() == 0 ? null : new Metric(name.getText().isBlank() ? "val_loss" : name.getText().strip(), series))));
        values.textProperty().subscribe((_, _) -> {
            if (values.isFocused()) {
                write.run();
            }
        });
        name.setOnAction(_ -> write.run());
        getChildren().addAll(FieldRows.labelled("metric.name", name), values);
    }
}
