package dev.annealer.ui.importer;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.ui.support.CurvePicture;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What was found in a script: the curve, the chain, what it does not say, and what is wrong with its loop.
final class FoundPanel extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double PICTURE_WIDTH = 360;
    private static final double PICTURE_HEIGHT = 130;
    private static final double ANSWER_WIDTH = 110;

    private final ScriptViewModel model;
    private final IntConsumer goTo;
    private final VBox questions = new VBox();
    private final VBox notes = new VBox();

    /// @param goTo shows a line of the code
    FoundPanel(ScriptViewModel model, IntConsumer goTo) {
        this.model = model;
        this.goTo = goTo;
        getStyleClass().add("script-found");
        var picture = new CurvePicture(PICTURE_WIDTH, PICTURE_HEIGHT);
        model.curvesProperty().subscribe(picture::show);
        Label chain = text(model.chainProperty(), "script-chain");
        Label training = text(model.trainingProperty(), Styles.TEXT_MUTED);
        var empty = new Label(get("script.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        var hasDocument = model.documentProperty().isNotNull();
        shownIf(picture, hasDocument);
        shownIf(chain, hasDocument);
        shownIf(training, hasDocument);
        shownIf(empty, model.codeProperty().isEmpty());
        Label questionsTitle = title("script.questions");
        Label notesTitle = title("script.notes");
        shownIf(questionsTitle, Bindings.isNotEmpty(model.questions()));
        shownIf(notesTitle, Bindings.isNotEmpty(model.notes()));
        questions.getStyleClass().add("script-rows");
        notes.getStyleClass().add("script-rows");
        getChildren().addAll(empty, picture, chain, training, questionsTitle, questions, notesTitle, notes);
        model.questions().addListener((ListChangeListener<ScriptQuestion>) _ -> fillQuestions());
        model.notes().addListener((ListChangeListener<ScriptNote>) _ -> fillNotes());
        fillQuestions();
        fillNotes();
    }

    private static Label text(ObservableValue<String> value, String styleClass) {
        var label = new Label();
        label.textProperty().bind(value);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static Label title(String key) {
        var label = new Label(get(key));
        label.getStyleClass().add("pane-title");
        return label;
    }

    private static void shownIf(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private void fillQuestions() {
        List<HBox> rows = model.questions().stream().map(this::row).toList();
        questions.getChildren().setAll(rows);
    }

    private HBox row(ScriptQuestion question) {
        var expression = new Label(question.expression());
        expression.getStyleClass().add("formula");
        expression.setMinWidth(0);
        var purpose = new Label(question.purpose());
        purpose.setWrapText(true);
        purpose.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        var what = new VBox(expression, purpose);
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        var answer = new TextField();
        answer.setPromptText(question.standIn());
        answer.setAccessibleText(question.expression());
        answer.getStyleClass().addAll("number-field", "small");
        answer.setPrefWidth(ANSWER_WIDTH);
        answer.setMinWidth(ANSWER_WIDTH);
        answer.textProperty().bindBidirectional(question.answerProperty());
        question.answerProperty().subscribe(_ -> answer.pseudoClassStateChanged(WRONG, question.isWrong()));
        var row = new HBox(line(question.line()), what, answer);
        row.getStyleClass().add("script-row");
        return row;
    }

    private void fillNotes() {
        notes.getChildren().setAll(model.notes().stream().map(this::row).toList());
    }

    private HBox row(ScriptNote note) {
        var text = new Label(note.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("note-" + note.severity().name().toLowerCase(Locale.ROOT));
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(line(note.line()), text);
        row.getStyleClass().add("script-row");
        return row;
    }

    /// A link to a line; an empty place for what is about the whole script.
    private Region line(int line) {
        var link = new Hyperlink(line == 0 ? "" : get("script.line", Integer.toString(line)));
        link.setOnAction(_ -> goTo.accept(line));
        link.getStyleClass().add("script-line");
        link.setVisible(line != 0);
        link.setMinWidth(Region.USE_PREF_SIZE);
        return link;
    }
}
