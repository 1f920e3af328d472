package dev.annealer.python;

import dev.annealer.document.Input;
import dev.annealer.document.Value;
import dev.annealer.python.interpreter.Interpreter;
import dev.annealer.python.value.PyValue.Ticker;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.Quantity;
import dev.annealer.schedule.expression.Expression;
import dev.annealer.schedule.expression.ExpressionException;
import dev.annealer.schedule.expression.Node;
import dev.annealer.schedule.expression.PythonPrinter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A function of the step as an expression of a document.
final class LambdaReader {
    private static final Ticker STEP = new Ticker(null);

    /// An expression and the named numbers in it.
    record Formula(String text, Value.Constants constants) {}

    private LambdaReader() {}

    /// Empty where the function does more than the language of expressions can say.
    static Optional<Formula> read(PyValue function, Map<String, PyValue> answers) {
        return value(function, answers) instanceof Quantity quantity ? formula(quantity.node()) : Optional.empty();
    }

    /// What the function gives at a step.
    static PyValue value(PyValue function, Map<String, PyValue> answers) {
        return Interpreter.apply(function, Quantity.step(STEP), answers);
    }

    static Optional<Formula> formula(Node node) {
        var names = new ConstantNames();
        Node named = names.apply(node);
        String text = PythonPrinter.print(named);
        try {
            Expression.parse(text, names.numbers());
        } catch (ExpressionException _) {
            return Optional.empty();
        }
        var inputs = new LinkedHashMap<String, Input>();
        names.numbers().forEach((name, number) -> inputs.put(name, new Input(ConstantNames.text(number))));
        return Optional.of(new Formula(text, new Value.Constants(inputs)));
    }
}
