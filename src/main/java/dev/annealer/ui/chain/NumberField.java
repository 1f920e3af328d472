package dev.annealer.ui.chain;

import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.Problem;
import dev.annealer.ui.session.Session;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;

/// A text field for a number, a length or a list of them. What is typed goes into the document as it is; what is wrong with it
/// is marked and said. Up and Down change the last digit.
final class NumberField extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Field field;
    private final Session session;

    NumberField(Form form, Field field, int columns) {
        this.field = field;
        this.session = form.session();
        getStyleClass().addAll("small", "number-field");
        setPrefColumnCount(columns);
        setAccessibleText(field.label());
        textProperty().subscribe((_, text) -> form.write(field, text));
        form.onRead(this::read);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                session.endMerge();
            }
        });
        setOnAction(_ -> session.endMerge());
        addEventFilter(KeyEvent.KEY_PRESSED, this::nudge);
    }

    private void read() {
        String text = field.read().apply(session.document()).text();
        if (!new Input(getText()).text().equals(text)) {
            setText(text);
        }
        Optional<Problem> problem = session.problemAt(field.place());
        pseudoClassStateChanged(WRONG, problem.isPresent());
        setTooltip(problem.map(found -> new Tooltip(found.message() + "; " + found.remedy())).orElse(null));
    }

    private void nudge(KeyEvent event) {
        int direction =
                switch (event.getCode()) {
                    case UP -> 1;
                    case DOWN -> -1;
                    default -> 0;
                };
        var number = new Input(getText()).number();
        boolean plain = number.isPresent() && !getText().contains("/") && !event.isAltDown();
        if (direction != 0 && plain) {
            int factor = event.isShiftDown() ? 10 : 1;
            setText(Numbers.format(KnobScale.nudged(getText().strip(), number.getAsDouble(), direction * factor)));
            end();
            event.consume();
        }
    }
}
