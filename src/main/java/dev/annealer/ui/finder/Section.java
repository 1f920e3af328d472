package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A titled part of the panel beside the chart.
final class Section extends VBox {
    Section(String titleKey, Node... content) {
        getStyleClass().add("finder-section");
        var title = new Label(get(titleKey));
        title.getStyleClass().add("pane-title");
        getChildren().add(title);
        getChildren().addAll(content);
    }

    /// A text in several lines that takes no room while it is blank.
    static Label note(ObservableValue<String> text) {
        var label = new Label();
        label.textProperty().bind(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(Styles.TEXT_MUTED, "finder-note");
        label.setMinHeight(USE_PREF_SIZE);
        hideWhile(label, text.map(String::isBlank));
        return label;
    }

    static void hideWhile(Node node, ObservableValue<Boolean> hidden) {
        hidden.subscribe(now -> {
            node.setVisible(!now);
            node.setManaged(!now);
        });
    }
}
