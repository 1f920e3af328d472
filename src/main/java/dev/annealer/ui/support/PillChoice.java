package dev.annealer.ui.support;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A few buttons in a row of which one is down.
public final class PillChoice<T> extends HBox {
    private final Property<T> property;
    private final ToggleGroup group = new ToggleGroup();

    /// @param text what a button says
    public PillChoice(Property<T> property, List<T> values, Function<T, String> text) {
        this.property = property;
        getStyleClass().add("choice");
        for (int i = 0; i < values.size(); i++) {
            getChildren().add(option(values.get(i), text.apply(values.get(i)), style(i, values.size())));
        }
    }

    private static String style(int position, int count) {
        if (position == 0) {
            return Styles.LEFT_PILL;
        }
        return position == count - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }

    private ToggleButton option(T value, String text, String style) {
        var option = new ToggleButton(text);
        option.setMnemonicParsing(false);
        option.setToggleGroup(group);
        option.getStyleClass().addAll(style, Styles.SMALL);
        option.setOnAction(_ -> {
            property.setValue(value);
            // A second click would leave none of them down.
            option.setSelected(true);
        });
        property.subscribe(now -> option.setSelected(value.equals(now)));
        return option;
    }
}
