package dev.annealer.ui.advisor;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.advisor.Reason;
import dev.annealer.ui.chart.ChartPane;
import dev.annealer.ui.support.PillChoice;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Questions on the left; the advice on the right: its curve over the open document's, its facts, its reasons.
final class AdvisorView extends BorderPane {
    private static final double FORM_WIDTH = 356;
    private static final double CHART_HEIGHT = 290;

    private final AdvisorViewModel model;
    private final Runnable close;
    private final QuestionForm form;
    private final VBox reasons = new VBox();

    /// @param close closes the window
    AdvisorView(AdvisorViewModel model, ObservableValue<Boolean> dark, Runnable close) {
        this.model = model;
        this.close = close;
        form = new QuestionForm(model);
        getStyleClass().add("advisor");
        var questions = scrolled(form, "question-scroll");
        questions.setPrefWidth(FORM_WIDTH);
        setLeft(questions);
        setCenter(answer(dark));
        setBottom(actions());
        model.adviceProperty().subscribe(advice -> reasons.getChildren().setAll(rows(advice.reasons())));
    }

    /// Starts over, with what is known of the open document.
    void begin() {
        model.begin();
        form.focusFirst();
    }

    private static ScrollPane scrolled(Region content, String style) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(style);
        return scroll;
    }

    private VBox answer(ObservableValue<Boolean> dark) {
        var name = new Label();
        name.getStyleClass().add("advice-name");
        model.adviceProperty().subscribe(advice -> name.setText(advice.document().name()));
        var chart = new ChartPane(model.chart(), dark);
        chart.setPrefHeight(CHART_HEIGHT);
        chart.setMinHeight(180);
        reasons.getStyleClass().add("reasons");
        var why = new Label(get("advisor.reasons"));
        why.getStyleClass().add("pane-title");
        var scroll = scrolled(reasons, "reason-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var answer = new VBox(heading(name), chart, new FactsRow(model), why, scroll);
        answer.getStyleClass().add("advice");
        return answer;
    }

    /// The name, and how the chart's axis counts: rates that are far apart show on a logarithmic one.
    private HBox heading(Label name) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var scale = new PillChoice<>(model.chart().logarithmicProperty(), List.of(false, true), logarithmic ->
                get(logarithmic ? "toolbar.scale.log" : "toolbar.scale.linear"));
        scale.setMinWidth(USE_PREF_SIZE);
        var heading = new HBox(name, space, scale);
        heading.getStyleClass().add("advice-heading");
        return heading;
    }

    private static List<Node> rows(List<Reason> reasons) {
        var rows = new ArrayList<Node>();
        for (Reason reason : reasons) {
            rows.add(row(rows.size() + 1, reason));
        }
        return rows;
    }

    private static GridPane row(int number, Reason reason) {
        var position = new Label(Integer.toString(number));
        position.getStyleClass().add("reason-number");
        var title = new Label(reason.rule().title());
        title.getStyleClass().add("reason-title");
        title.setWrapText(true);
        var text = new Label(reason.text());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("reason-text");
        var grid = new GridPane();
        grid.getStyleClass().add("reason");
        var rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(24), rest);
        grid.add(position, 0, 0);
        grid.add(title, 1, 0);
        grid.add(text, 1, 1);
        GridPane.setValignment(position, VPos.TOP);
        grid.setFocusTraversable(true);
        grid.setAccessibleText(number + ". " + reason.rule().title() + ". " + reason.text());
        return grid;
    }

    private HBox actions() {
        var use = new Button(get("advisor.use"));
        use.setDefaultButton(true);
        use.setOnAction(_ -> {
            model.use();
            close.run();
        });
        var open = new Button(get("advisor.open"));
        open.setOnAction(_ -> {
            if (model.openAsNew()) {
                close.run();
            }
        });
        for (Button button : new Button[] {use, open}) {
            button.disableProperty().bind(model.problemProperty().isNotEmpty());
        }
        var cancel = new Button(get("dialog.cancel"));
        cancel.setOnAction(_ -> close.run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var actions = new HBox(message(), space, cancel, open, use);
        actions.getChildren().stream().skip(2).forEach(button -> ((Region) button).setMinWidth(USE_PREF_SIZE));
        actions.getStyleClass().add("advisor-actions");
        return actions;
    }

    /// What is wrong, or else what taking the advice does.
    private Label message() {
        var message = new Label();
        message.setWrapText(true);
        model.problemProperty().subscribe(problem -> {
            message.setText(problem.isEmpty() ? get("advisor.use.what") : problem);
            message.getStyleClass().removeAll("stage-problem", Styles.TEXT_MUTED);
            message.getStyleClass().add(problem.isEmpty() ? Styles.TEXT_MUTED : "stage-problem");
        });
        return message;
    }
}
