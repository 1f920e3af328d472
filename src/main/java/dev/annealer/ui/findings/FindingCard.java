package dev.annealer.ui.findings;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Fix;
import dev.annealer.lint.Rule;
import dev.annealer.lint.rule.Rules;
import dev.annealer.ui.help.HelpPopover;
import dev.annealer.ui.help.HelpTopic;
import dev.annealer.ui.support.IconButton;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One finding: what this document does, why it matters on request, and what to do about it.
final class FindingCard extends HBox {
    private final FindingsViewModel model;
    private final Label message = new Label();
    private final Button fix = new Button();
    private Finding finding;

    FindingCard(FindingsViewModel model, Finding shown) {
        this.model = model;
        this.finding = shown;
        getStyleClass().add("finding-card");
        SeverityIcon.dress(this, shown.severity());
        setFocusTraversable(true);
        var body = new VBox(header(), message, fix, explanation());
        body.getStyleClass().add("finding-body");
        setHgrow(body, Priority.ALWAYS);
        getChildren().addAll(SeverityIcon.of(shown.severity()), body);
        message.getStyleClass().add("finding-message");
        wrap(message);
        fix.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT, "finding-fix");
        fix.setGraphic(FontIcon.of(Feather.CHECK));
        fix.setWrapText(true);
        fix.setMinHeight(Region.USE_PREF_SIZE);
        fix.setMnemonicParsing(false);
        fix.setOnAction(_ -> model.fix(finding));
        hoverProperty().subscribe(this::point);
        focusWithinProperty().subscribe(this::point);
        setOnMousePressed(event -> {
            requestFocus();
            // The scroll pane around it would take the focus for itself.
            event.consume();
        });
        show(shown);
    }

    private void point() {
        if (isHover() || isFocusWithin()) {
            model.pointedProperty().set(finding);
        } else if (finding.equals(model.pointedProperty().get())) {
            model.pointedProperty().set(null);
        }
    }

    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }

    /// Whether a new finding is the same mistake at the same place: its card stays, with its focus.
    boolean fits(Finding other) {
        return finding.rule().equals(other.rule())
                && finding.where().equals(other.where())
                && finding.severity() == other.severity();
    }

    void show(Finding shown) {
        finding = shown;
        message.setText(sentence(shown.message()));
        setAccessibleText(get(
                "findings.card", FindingCounts.name(shown.severity()), message.getText(), shown.where().path()));
        fix.setText(shown.fix().map(Fix::label).map(FindingCard::sentence).orElse(""));
        fix.setAccessibleText(get("findings.fix", fix.getText()));
        fix.setVisible(shown.fix().isPresent());
        fix.setManaged(shown.fix().isPresent());
        point();
    }

    /// With a capital, unless it begins with the name of a parameter.
    static String sentence(String text) {
        boolean isName = text.isEmpty() || text.split(" ", 2)[0].contains("_");
        return isName ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private Node header() {
        var rule = new Label(finding.rule());
        rule.getStyleClass().add("finding-rule");
        rule.setTooltip(new Tooltip(finding.where().path()));
        rule.setMinWidth(0);
        HelpPopover.on(this, rule, new HelpTopic.RuleTopic(finding.rule()));
        HBox.setHgrow(rule, Priority.ALWAYS);
        rule.setMaxWidth(Double.MAX_VALUE);
        var silence = new IconButton(Feather.BELL_OFF, get("findings.silence"), "card-button", () -> model.silence(finding));
        var header = new HBox(rule, silence);
        header.getStyleClass().add("finding-header");
        return header;
    }

    private Node explanation() {
        var text = new Label(Rules.named(finding.rule()).map(Rule::about).map(Rule.About::explanation).orElse(""));
        text.getStyleClass().add("finding-why");
        wrap(text);
        text.managedProperty().bind(text.visibleProperty());
        text.setVisible(false);
        var link = new Hyperlink(get("findings.why"));
        link.getStyleClass().add("finding-link");
        link.setOnAction(_ -> {
            text.setVisible(!text.isVisible());
            link.setText(get(text.isVisible() ? "findings.why.less" : "findings.why"));
            link.setVisited(false);
        });
        return new VBox(link, text);
    }
}
