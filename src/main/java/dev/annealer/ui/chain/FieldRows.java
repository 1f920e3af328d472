package dev.annealer.ui.chain;

import static dev.annealer.ui.support.Messages.get;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The rows and titles of which the panels are made.
final class FieldRows {
    private FieldRows() {}

    static Label title(String key) {
        var title = new Label(get(key));
        title.getStyleClass().add("pane-title");
        return title;
    }

    /// A control behind its label, whose text is that of `key`.
    static Node labelled(String key, Node control) {
        var label = new Label(get(key));
        label.getStyleClass().add("field-name");
        label.setLabelFor(control);
        var row = new HBox(label, control);
        row.getStyleClass().add("field-row");
        return row;
    }

    /// The same for a parameter, whose label is its name in PyTorch.
    static Node parameter(String name, Node... controls) {
        var label = new Label(name);
        label.getStyleClass().addAll("field-name", "parameter-name");
        var row = new HBox(label);
        row.getChildren().addAll(controls);
        row.getStyleClass().add("field-row");
        return row;
    }
}
