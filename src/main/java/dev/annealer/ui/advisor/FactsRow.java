package dev.annealer.ui.advisor;

import static dev.annealer.ui.support.Messages.get;

import dev.annealer.advisor.Advice;
import dev.annealer.schedule.Schedule;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The figures of the advice at a glance.
final class FactsRow extends HBox {
    private final Map<AdviceFact, Label> values = new EnumMap<>(AdviceFact.class);

    FactsRow(AdvisorViewModel model) {
        getStyleClass().add("advice-facts");
        for (AdviceFact fact : AdviceFact.values()) {
            var name = new Label(get(fact.key()));
            name.getStyleClass().add("fact-name");
            var value = new Label();
            value.getStyleClass().add("fact-value");
            name.setLabelFor(value);
            values.put(fact, value);
            var box = new VBox(name, value);
            box.setMinWidth(0);
            HBox.setHgrow(box, Priority.ALWAYS);
            getChildren().add(box);
        }
        model.adviceProperty().subscribe(advice -> show(advice, model.scheduleProperty().get()));
    }

    private void show(Advice advice, Schedule schedule) {
        values.forEach((fact, value) -> value.setText(fact.text(advice.document(), schedule)));
    }
}
