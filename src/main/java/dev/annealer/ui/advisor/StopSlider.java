package dev.annealer.ui.advisor;

import dev.annealer.document.Input;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Slider;

/// A slider over the text of a count: it writes the stops, and shows whatever else is typed.
final class StopSlider extends Slider {
    private final StringProperty text;
    private final Stops stops;
    private boolean reading;

    StopSlider(StringProperty text, Stops stops) {
        super(0, stops.last(), 0);
        this.text = text;
        this.stops = stops;
        setBlockIncrement(1);
        text.subscribe(this::read);
        valueProperty().subscribe((_, _) -> write());
    }

    private void read(String typed) {
        var count = new Input(typed).count();
        boolean isShown = count.orElse(0) < 1 || stops.at(getValue()) == count.getAsLong();
        if (!isShown) {
            reading = true;
            setValue(stops.position(count.getAsLong()));
            reading = false;
        }
    }

    private void write() {
        if (!reading) {
            text.set(Long.toString(stops.at(getValue())));
        }
    }
}
