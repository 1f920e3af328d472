package dev.annealer.ui.finder;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import dev.annealer.document.Numbers;
import dev.annealer.finder.Smoothing;
import dev.annealer.finder.rule.Trim;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How the curves are read: sliders whose effect is seen while they move.
final class ReadingPanel extends VBox {
    private static final double HUNDRED = 100;

    private final FinderViewModel model;
    private final Slider beta = new Slider(0, Smoothing.GREATEST_BETA, Smoothing.DEFAULT_BETA);
    private final Slider start = new Slider(0, 1, 0);
    private final Slider end = new Slider(0, 1, 0);
    private boolean reading;

    ReadingPanel(FinderViewModel model) {
        this.model = model;
        beta.setId("smoothing");
        beta.setBlockIncrement(0.01);
        start.setId("trim-start");
        end.setId("trim-end");
        var reset = new Hyperlink(get("finder.reading.reset"));
        reset.setOnAction(_ -> change(now -> now.withTrim(Trim.BY_RULE)));
        Section.hideWhile(reset, model.overlay().readingProperty().map(now -> now.trim().equals(Trim.BY_RULE)));
        reset.getStyleClass().add("finder-note");
        getChildren().add(new Section(
                "finder.reading.title",
                row("finder.reading.beta", beta, now -> Numbers.format(now.beta(), 3)),
                row("finder.reading.start", start, now -> inWords(now.trim().start())),
                row("finder.reading.end", end, now -> inWords(now.trim().end())),
                reset));
        beta.valueProperty().subscribe((_, _) -> write(now -> now.withBeta(Math.round(beta.getValue() * HUNDRED) / HUNDRED)));
        start.valueProperty().subscribe((_, _) -> write(now -> now.withTrim(new Trim(points(start), now.trim().end()))));
        end.valueProperty().subscribe((_, _) -> write(now -> now.withTrim(new Trim(now.trim().start(), points(end)))));
        model.overlay().readingProperty().subscribe(_ -> show());
        model.activeProperty().subscribe(_ -> show());
    }

    private static OptionalInt points(Slider slider) {
        return OptionalInt.of((int) Math.round(slider.getValue()));
    }

    private static String inWords(OptionalInt points) {
        return points.isPresent() ? Integer.toString(points.getAsInt()) : get("finder.reading.by-rule");
    }

    private HBox row(String key, Slider slider, Function<Reading, String> text) {
        var name = new Label(get(key));
        name.getStyleClass().add("finder-field");
        slider.setAccessibleText(get(key));
        slider.setMinWidth(60);
        HBox.setHgrow(slider, Priority.ALWAYS);
        var value = new Label();
        value.textProperty().bind(model.overlay().readingProperty().map(text));
        value.getStyleClass().addAll(Styles.TEXT_MUTED, "finder-value");
        var row = new HBox(name, slider, value);
        row.getStyleClass().add("field-row");
        return row;
    }

    private void write(Function<Reading, Reading> change) {
        if (!reading) {
            change(change);
        }
    }

    private void change(Function<Reading, Reading> change) {
        var property = model.overlay().readingProperty();
        property.set(change.apply(property.get()));
    }

    /// Half of the points can be trimmed at either end.
    private void show() {
        OverlaidRun looked = model.activeProperty().get();
        Reading now = model.overlay().readingProperty().get();
        int most = looked == null ? 1 : Math.max(1, looked.curve().sweep().size() / 2);
        reading = true;
        start.setMax(most);
        end.setMax(most);
        start.setBlockIncrement(1);
        end.setBlockIncrement(1);
        move(beta, now.beta());
        move(start, now.trim().start().orElse(0));
        move(end, now.trim().end().orElse(0));
        reading = false;
    }

    /// Only where it does not stand there within rounding, so that a drag is not pulled to whole numbers.
    private static void move(Slider slider, double value) {
        boolean stands = Math.abs(slider.getValue() - value) <= (slider.getMax() <= 1 ? 0.5 / HUNDRED : 0.5);
        if (!stands) {
            slider.setValue(value);
        }
    }
}
