package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.ui.support.IconButton;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// How far an import is, with a way out of it; and what went wrong.
final class ImportBar extends VBox {
    /// @param busy whether picks are still being worked out
    ImportBar(ImportViewModel model, ObservableValue<Boolean> busy) {
        getChildren().addAll(progress(model), work(busy), problem(model));
    }

    private static HBox work(ObservableValue<Boolean> busy) {
        var bar = new ProgressBar();
        bar.setPrefWidth(160);
        var box = new HBox(new Label(get("finder.busy")), bar);
        box.getStyleClass().addAll("pane-bar", "import-progress");
        Section.hideWhile(box, busy.map(now -> !now));
        return box;
    }

    private static HBox progress(ImportViewModel model) {
        var name = new Label();
        name.textProperty().bind(model.readingProperty().map(file -> get("finder.import.reading", file)));
        name.setMinWidth(0);
        var bar = new ProgressBar();
        bar.progressProperty().bind(model.fractionProperty());
        bar.setPrefWidth(160);
        var cancel = new Button(get("finder.import.cancel"));
        cancel.getStyleClass().add(Styles.SMALL);
        cancel.setOnAction(_ -> model.cancel());
        cancel.setMinWidth(USE_PREF_SIZE);
        var box = new HBox(name, bar, cancel);
        box.getStyleClass().addAll("pane-bar", "import-progress");
        Section.hideWhile(box, model.readingProperty().map(String::isEmpty));
        return box;
    }

    private static HBox problem(ImportViewModel model) {
        var text = new Label();
        text.textProperty().bind(model.problemProperty());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add(Styles.DANGER);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var dismiss = new IconButton(Feather.X, get("finder.dismiss"), "card-button", model::dismissProblem);
        var box = new HBox(text, dismiss);
        box.getStyleClass().addAll("pane-bar", "import-problem");
        Section.hideWhile(box, model.problemProperty().map(String::isEmpty));
        return box;
    }
}
