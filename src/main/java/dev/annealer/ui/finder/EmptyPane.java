package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.export.target.Exporter.Language;
import dev.annealer.ui.export.CodeView;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What there is without a run: where to drop one, and how to record one.
final class EmptyPane extends VBox {
    EmptyPane(ImportViewModel model) {
        getStyleClass().add("finder-empty");
        var title = new Label(get("finder.empty.title"));
        title.getStyleClass().add("finder-empty-title");
        var text = new Label(get("finder.empty.text"));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        var open = new Button(get("finder.import"), FontIcon.of(Feather.UPLOAD));
        open.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
        open.setTooltip(new Tooltip(get("finder.import.tip")));
        open.setOnAction(_ -> model.choose());
        open.setMinWidth(USE_PREF_SIZE);
        var record = new Label(get("finder.empty.record"));
        record.getStyleClass().add(Styles.TEXT_MUTED);
        var copy = new Button(get("finder.snippet.copy"), FontIcon.of(Feather.COPY));
        copy.getStyleClass().add(Styles.SMALL);
        copy.setOnAction(_ -> model.copySnippet());
        copy.setMinWidth(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var message = new Label();
        message.textProperty().bind(model.messageProperty());
        message.getStyleClass().addAll(Styles.TEXT_MUTED, "bar-message");
        var bar = new HBox(record, space, message, copy);
        bar.getStyleClass().add("finder-empty-bar");
        var code = new CodeView(get("finder.snippet.code"), model::copySnippet);
        code.show(RecordingSnippet.TEXT, Language.PYTHON);
        setVgrow(code, Priority.ALWAYS);
        getChildren().addAll(title, text, open, bar, code);
    }
}
