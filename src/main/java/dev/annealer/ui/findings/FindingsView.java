package dev.annealer.ui.findings;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.Problem;
import dev.annealer.document.Silenced;
import dev.annealer.lint.Finding;
import dev.annealer.lint.Severity;
import dev.annealer.lint.rule.Rules;
import dev.annealer.ui.support.IconButton;
import dev.annealer.ui.support.PlaceText;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list of findings, or why the document does not compile; what is silenced stands below.
public final class FindingsView extends ScrollPane {
    private final FindingsViewModel model;
    private final Label counts = new Label();
    private final VBox problems = new VBox();
    private final VBox cards = new VBox();
    private final VBox silenced = new VBox();
    private final TitledPane silencedPane = new TitledPane();
    private final Node nothing = nothingFound();

    public FindingsView(FindingsViewModel model) {
        this.model = model;
        getStyleClass().addAll("side-pane", "findings");
        var title = new Label(get("findings.title"));
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        counts.getStyleClass().add("finding-counts");
        counts.setWrapText(true);
        cards.getStyleClass().add("finding-cards");
        problems.getStyleClass().add("finding-cards");
        silenced.getStyleClass().add("finding-cards");
        silencedPane.setContent(silenced);
        silencedPane.setExpanded(false);
        silencedPane.setAnimated(false);
        silencedPane.getStyleClass().addAll(Styles.DENSE, "more-pane");
        var head = new HBox(title, counts);
        head.getStyleClass().add("finding-head");
        var content = new VBox(head, problems, cards, nothing, silencedPane);
        content.getStyleClass().add("side-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(200);
        setMinHeight(80);
        model.reportProperty().subscribe(_ -> refresh());
        model.session().problemsProperty().subscribe(_ -> refresh());
        model.askedProperty().subscribe(asked -> {
            if (asked != null) {
                bringIntoSight(asked);
            }
        });
    }

    private void refresh() {
        List<Problem> found = model.problems();
        counts.setText(found.isEmpty() ? model.summary() : "");
        problems.getChildren().setAll(found.stream().map(FindingsView::problem).toList());
        setShown(problems, !found.isEmpty());
        showCards(model.reportProperty().get().findings());
        setShown(cards, model.hasFindings());
        setShown(nothing, !model.hasFindings() && found.isEmpty());
        List<Silenced> unheard = model.silenced();
        silencedPane.setText(get("findings.silenced", Integer.toString(unheard.size())));
        silenced.getChildren().setAll(unheard.stream().map(this::silenced).toList());
        setShown(silencedPane, !unheard.isEmpty());
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// While the same mistakes stay, so do their cards: nothing loses its focus while a knob moves.
    private void showCards(List<Finding> findings) {
        List<FindingCard> shown = findingCards();
        boolean same = shown.size() == findings.size();
        for (int i = 0; i < shown.size() && same; i++) {
            same = shown.get(i).fits(findings.get(i));
        }
        if (!same) {
            cards.getChildren().setAll(findings.stream().map(finding -> new FindingCard(model, finding)).toList());
            return;
        }
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).show(findings.get(i));
        }
    }

    private List<FindingCard> findingCards() {
        return cards.getChildren().stream().map(FindingCard.class::cast).toList();
    }

    private void bringIntoSight(Finding asked) {
        findingCards().stream().filter(card -> card.fits(asked)).findFirst().ifPresent(card -> {
            card.requestFocus();
            Bounds bounds = card.localToScene(card.getBoundsInLocal());
            Bounds place = getContent().sceneToLocal(bounds);
            double room = getContent().getBoundsInLocal().getHeight() - getViewportBounds().getHeight();
            double above = getVvalue() * Math.max(0, room);
            boolean isSeen = place.getMinY() >= above && place.getMaxY() <= above + getViewportBounds().getHeight();
            if (!isSeen) {
                setVvalue(room <= 0 ? 0 : Math.clamp(place.getMinY() / room, 0, 1));
            }
        });
    }

    private static Node problem(Problem problem) {
        var place = new Label(PlaceText.of(problem.where()));
        place.getStyleClass().add("finding-rule");
        var message = new Label(FindingCard.sentence(problem.message()));
        var remedy = new Label(FindingCard.sentence(problem.remedy()));
        message.getStyleClass().add("finding-message");
        remedy.getStyleClass().add("finding-why");
        var body = new VBox(place, message, remedy);
        body.getStyleClass().add("finding-body");
        HBox.setHgrow(body, Priority.ALWAYS);
        for (Label label : List.of(place, message, remedy)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            setShown(label, !label.getText().isEmpty());
        }
        var card = new HBox(SeverityIcon.of(Severity.ERROR), body);
        card.getStyleClass().add("finding-card");
        SeverityIcon.dress(card, Severity.ERROR);
        card.setFocusTraversable(true);
        card.setAccessibleText(problem.toString());
        return card;
    }

    private Node silenced(Silenced unheard) {
        var rule = new Label(unheard.rule());
        rule.getStyleClass().add("finding-rule");
        var reason = new Label(unheard.reason());
        reason.getStyleClass().add("finding-why");
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        var again = new IconButton(
                Feather.BELL, get("findings.hear-again") + " " + unheard.rule(), "card-button", () -> model.hearAgain(unheard));
        var texts = new VBox(rule, reason);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var row = new HBox(texts, again);
        row.getStyleClass().add("silenced-row");
        return row;
    }

    private static Node nothingFound() {
        var icon = FontIcon.of(Feather.CHECK_CIRCLE);
        icon.getStyleClass().add("nothing-found-icon");
        var title = new Label(get("findings.nothing"), icon);
        title.getStyleClass().add("nothing-found");
        var checked = new Label(get("findings.nothing.checked", Integer.toString(Rules.ALL.size())));
        checked.getStyleClass().add("finding-why");
        checked.setWrapText(true);
        checked.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(4, title, checked);
    }
}
