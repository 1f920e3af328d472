package dev.annealer.ui.chain;

import dev.annealer.document.Input;
import dev.annealer.ui.session.Session;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A parameter as a slider with its number beside it. One drag is one undo step.
final class Knob extends HBox {
    private static final double KEY_STEP = 0.01;

    private final Field field;
    private final KnobScale scale;
    private final OptionalDouble standard;
    private final Session session;
    private final Slider slider = new Slider(0, 1, 0);
    private boolean reading;

    /// @param standard where the slider stands while nothing is given
    Knob(Form form, Field field, KnobScale scale, OptionalDouble standard, String prompt) {
        this.field = field;
        this.scale = scale;
        this.standard = standard;
        this.session = form.session();
        getStyleClass().add("knob");
        var label = new Label(field.label());
        label.getStyleClass().add("parameter-name");
        var number = new NumberField(form, field, 7);
        number.setPromptText(prompt);
        label.setLabelFor(number);
        slider.setBlockIncrement(KEY_STEP);
        slider.setAccessibleText(field.label());
        setHgrow(slider, Priority.ALWAYS);
        slider.setMinWidth(60);
        getChildren().addAll(label, slider, number);
        form.onRead(this::read);
        slider.valueProperty().subscribe((_, position) -> {
            if (!reading) {
                form.write(field, Input.of(scale.valueAt(position.doubleValue())).text());
            }
        });
        slider.setOnMouseReleased(_ -> session.endMerge());
        slider.focusedProperty().subscribe(focused -> {
            if (!focused) {
                session.endMerge();
            }
        });
    }

    private void read() {
        OptionalDouble number = field.read().apply(session.document()).number();
        OptionalDouble shown = number.isPresent() ? number : standard;
        boolean moves = shown.isPresent() && scale.valueAt(slider.getValue()) != shown.getAsDouble();
        if (moves) {
            reading = true;
            slider.setValue(scale.positionOf(shown.getAsDouble()));
            reading = false;
        }
    }
}
