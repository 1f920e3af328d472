package dev.annealer.ui.support;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button with a picture in the place of its text, which is its tooltip and what a screen reader says.
public final class IconButton extends Button {
    /// @param look the style class of its size: `small`, `card-button`
    public IconButton(Ikon icon, String text, String look, Runnable action) {
        super(null, FontIcon.of(icon));
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, look);
        setAccessibleText(text);
        setTooltip(new Tooltip(text));
        setOnAction(_ -> action.run());
    }
}
