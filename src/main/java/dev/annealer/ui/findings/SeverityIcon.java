package dev.annealer.ui.findings;

import dev.annealer.lint.Severity;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The picture of a severity: a shape of its own for each, and a colour.
public final class SeverityIcon {
    private SeverityIcon() {}

    public static FontIcon of(Severity severity) {
        var icon = FontIcon.of(switch (severity) {
            case ERROR -> Feather.ALERT_OCTAGON;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case INFO -> Feather.INFO;
        });
        icon.getStyleClass().add("severity-icon");
        dress(icon, severity);
        return icon;
    }

    /// The style class that colours what belongs to a severity.
    public static void dress(Node node, Severity severity) {
        node.getStyleClass().removeIf(name -> name.startsWith("severity-of-"));
        node.getStyleClass().add("severity-of-" + severity.key());
    }
}
