package dev.annealer.ui.advisor;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.advisor.Answers.Budget;
import dev.annealer.advisor.Answers.Preference;
import dev.annealer.document.Architecture;
import dev.annealer.ui.support.PillChoice;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The questions, each with its answer's control and a line of help.
final class QuestionForm extends VBox {
    private final AdvisorViewModel model;
    private final ComboBox<Architecture> architecture = new ComboBox<>();

    QuestionForm(AdvisorViewModel model) {
        this.model = model;
        getStyleClass().add("questions");
        getChildren().addAll(
                question("advisor.architecture", architectures()),
                question("advisor.weights", new PillChoice<>(
                        model.pretrainedProperty(), List.of(false, true), known -> get("advisor.weights." + known))),
                question("advisor.epochs", epochs()),
                question("advisor.batch", slid("advisor.batch", model.batchSizeProperty(), Stops.BATCH)),
                question("advisor.samples", field("advisor.samples", model.samplesProperty())),
                question("advisor.budget", new PillChoice<>(
                        model.budgetProperty(), List.of(Budget.values()), budget -> get("advisor.budget." + key(budget)))),
                question("advisor.optimizer", new PillChoice<>(
                        model.optimizerProperty(), List.of(Preference.values()), choice -> get("advisor.optimizer." + key(choice)))),
                question("advisor.paper", paper()));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    void focusFirst() {
        architecture.requestFocus();
    }

    private static VBox question(String key, Node answer) {
        var text = new Label(get(key));
        text.getStyleClass().add("question-text");
        text.setLabelFor(answer);
        var help = new Label(get(key + ".help"));
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        help.getStyleClass().add("question-help");
        var question = new VBox(text, help, answer);
        question.getStyleClass().add("question");
        return question;
    }

    private Node architectures() {
        architecture.getItems().setAll(Architecture.values());
        architecture.setCellFactory(_ -> new ArchitectureCell());
        architecture.setButtonCell(new ArchitectureCell());
        architecture.setVisibleRowCount(Architecture.values().length);
        architecture.setMaxWidth(Double.MAX_VALUE);
        architecture.setAccessibleText(get("advisor.architecture"));
        architecture.valueProperty().bindBidirectional(model.architectureProperty());
        return architecture;
    }

    private Node epochs() {
        var known = slid("advisor.epochs", model.epochsProperty(), Stops.EPOCHS);
        known.disableProperty().bind(model.lengthUnknownProperty());
        return new VBox(4, known, check("advisor.epochs.unknown", model.lengthUnknownProperty()));
    }

    private Node paper() {
        return check("advisor.paper.yes", model.paperProperty());
    }

    private static CheckBox check(String key, BooleanProperty property) {
        var box = new CheckBox(get(key));
        box.getStyleClass().add(Styles.SMALL);
        box.selectedProperty().bindBidirectional(property);
        return box;
    }

    /// A slider with a field for what lies between its stops.
    private static HBox slid(String key, StringProperty value, Stops stops) {
        var slider = new StopSlider(value, stops);
        slider.setAccessibleText(get(key));
        HBox.setHgrow(slider, Priority.ALWAYS);
        var field = field(key, value);
        field.setPrefColumnCount(5);
        field.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(slider, field);
        row.getStyleClass().add("question-row");
        return row;
    }

    private static TextField field(String key, StringProperty value) {
        var field = new TextField();
        field.getStyleClass().addAll(Styles.SMALL, "number-field");
        field.setPrefColumnCount(10);
        field.setMaxWidth(USE_PREF_SIZE);
        field.setAccessibleText(get(key));
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static final class ArchitectureCell extends ListCell<Architecture> {
        @Override
        protected void updateItem(Architecture architecture, boolean empty) {
            super.updateItem(architecture, empty);
            setText(empty || architecture == null ? "" : get("advisor.architecture." + architecture.key()));
        }
    }
}
