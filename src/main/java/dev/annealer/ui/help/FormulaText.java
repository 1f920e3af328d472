package dev.annealer.ui.help;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A formula in one line, with `^{…}` raised and `_{…}` lowered.
final class FormulaText extends TextFlow {
    private static final Pattern SHIFTED = Pattern.compile("([\\^_])\\{([^}]*)}");
    private static final double RAISED = -4;
    private static final double LOWERED = 3;

    FormulaText(String formula) {
        getStyleClass().add("help-formula");
        Matcher shifted = SHIFTED.matcher(formula);
        int done = 0;
        while (shifted.find()) {
            add(formula.substring(done, shifted.start()), "help-formula-text", 0);
            add(shifted.group(2), "help-formula-small", shifted.group(1).equals("^") ? RAISED : LOWERED);
            done = shifted.end();
        }
        add(formula.substring(done), "help-formula-text", 0);
        setAccessibleText(formula);
    }

    private void add(String part, String style, double shift) {
        if (!part.isEmpty()) {
            var text = new Text(part);
            text.getStyleClass().add(style);
            text.setTranslateY(shift);
            getChildren().add(text);
        }
    }
}
