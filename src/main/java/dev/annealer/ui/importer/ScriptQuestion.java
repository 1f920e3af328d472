package dev.annealer.ui.importer;

import dev.annealer.document.Numbers;
import dev.annealer.python.ScriptImporter;
import dev.annealer.python.Unresolved;
import dev.annealer.python.value.PyValue;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A number that the script does not say, and what is typed for it.
public final class ScriptQuestion {
    private final Unresolved asked;
    private final StringProperty answer = new SimpleStringProperty("");

    ScriptQuestion(Unresolved asked) {
        this.asked = asked;
    }

    /// As the script writes it: `len(train_loader)`.
    public String expression() {
        return asked.expression();
    }

    public int line() {
        return asked.line();
    }

    public String purpose() {
        return asked.purpose();
    }

    /// The number that is used while nothing is typed.
    public String standIn() {
        return Numbers.format(asked.standIn());
    }

    public StringProperty answerProperty() {
        return answer;
    }

    /// Empty where nothing is typed, or nothing that is a number or a text of Python.
    Optional<PyValue> value() {
        return answer.get().isBlank() ? Optional.empty() : ScriptImporter.answer(answer.get());
    }

    /// Whether what is typed is no answer.
    public boolean isWrong() {
        return !answer.get().isBlank() && value().isEmpty();
    }
}
