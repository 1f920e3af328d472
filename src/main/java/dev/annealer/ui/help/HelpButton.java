package dev.annealer.ui.help;

import static dev.annealer.ui.support.Messages.get;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A small question mark that shows help.
public final class HelpButton extends Button {
    /// @param subject what it is about, for those who can't see where it stands
    public HelpButton(HelpTopic topic, String subject) {
        super(null, FontIcon.of(Feather.HELP_CIRCLE));
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "help-button");
        setAccessibleText(get("help.about", subject));
        setOnAction(_ -> HelpPopover.show(this, topic));
    }
}
