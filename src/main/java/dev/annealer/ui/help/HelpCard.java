package dev.annealer.ui.help;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.ui.support.CurvePicture;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What stands in a help popover.
final class HelpCard extends VBox {
    private static final double WIDTH = 320;
    private static final double PICTURE_HEIGHT = 92;
    private static final String LOCAL_STEP = "lr(k)";

    HelpCard(HelpContent content) {
        getStyleClass().add("help-card");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        var title = new Label(content.title());
        title.getStyleClass().add("help-title");
        title.setWrapText(true);
        getChildren().add(title);
        add(content.what(), "help-text");
        addPicture(content);
        if (!content.formula().isBlank()) {
            getChildren().add(new FormulaText(content.formula()));
            if (content.formula().contains(LOCAL_STEP)) {
                add(get("help.symbols"), Styles.TEXT_MUTED);
            }
        }
        add(content.when(), "help-text");
        addNamed("help.default", content.standard());
        addNamed("help.typical", content.typical());
        setAccessibleText(content.title() + ". " + content.what() + " " + content.when());
    }

    private void add(String text, String style) {
        if (!text.isBlank()) {
            var label = new Label(text);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().addAll("help-line", style);
            getChildren().add(label);
        }
    }

    private void addNamed(String key, String text) {
        if (!text.isBlank()) {
            var name = new Label(get(key));
            name.getStyleClass().addAll(Styles.TEXT_MUTED, "help-line");
            name.setMinWidth(Region.USE_PREF_SIZE);
            var value = new Label(text);
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            value.getStyleClass().add("help-line");
            var row = new HBox(name, value);
            row.getStyleClass().add("help-row");
            getChildren().add(row);
        }
    }

    private void addPicture(HelpContent content) {
        if (content.curves().isEmpty()) {
            return;
        }
        var picture = new CurvePicture(WIDTH, PICTURE_HEIGHT);
        picture.show(content.curves().stream().map(HelpCurve::points).toList());
        var frame = new StackPane(picture);
        frame.getStyleClass().add("curve-frame");
        getChildren().add(frame);
        if (!content.varied().isBlank()) {
            getChildren().add(legend(content));
        }
    }

    /// The parameter's name, and its values in the colours of their curves.
    private static FlowPane legend(HelpContent content) {
        var legend = new FlowPane();
        legend.getStyleClass().add("help-legend");
        var name = new Label(content.varied());
        name.getStyleClass().addAll(Styles.TEXT_MUTED, "help-line");
        legend.getChildren().add(name);
        for (int i = 0; i < content.curves().size(); i++) {
            var value = new Label(content.curves().get(i).label());
            value.getStyleClass().addAll("help-line", "legend-" + i);
            legend.getChildren().add(value);
        }
        return legend;
    }
}
