package dev.annealer.ui.app;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.ui.findings.FindingsViewModel;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line at the bottom: file and state on the left, what is under the cursor on the right.
final class StatusBar extends HBox {
    StatusBar(StatusViewModel model, FindingsViewModel findings) {
        getStyleClass().add("status-bar");
        var space = new Region();
        setHgrow(space, Priority.ALWAYS);
        var problem = label(model.problem());
        problem.getStyleClass().add(Styles.DANGER);
        problem.setMinWidth(0);
        setHgrow(problem, Priority.SOMETIMES);
        getChildren().addAll(label(model.file()), label(model.state()), label(model.size()), findingsLink(findings));
        getChildren().addAll(problem, space, label(model.cursor()));
    }

    /// How many there are; a click goes to the worst.
    private static Hyperlink findingsLink(FindingsViewModel findings) {
        var link = new Hyperlink();
        link.getStyleClass().add("status-findings");
        link.setOnAction(_ -> {
            findings.askFirst();
            link.setVisited(false);
        });
        ObservableValue<String> text = findings.reportProperty().map(_ -> findings.summary());
        link.textProperty().bind(text);
        link.accessibleTextProperty().bind(text.map(counts -> get("findings.status", counts)));
        hideWhileEmpty(link, text);
        return link;
    }

    private static Label label(ObservableValue<String> text) {
        var label = new Label();
        label.textProperty().bind(text);
        hideWhileEmpty(label, text);
        return label;
    }

    private static void hideWhileEmpty(Node node, ObservableValue<String> text) {
        text.subscribe(now -> {
            node.setVisible(!now.isEmpty());
            node.setManaged(!now.isEmpty());
        });
    }
}
