package dev.annealer.python;

import dev.annealer.python.interpreter.Event;
import dev.annealer.python.interpreter.Guard;
import dev.annealer.python.interpreter.Recording;
import dev.annealer.python.value.Quantity;
import dev.annealer.schedule.expression.Node;
import java.util.List;
import java.util.OptionalDouble;

/// The batches for each step of the optimizer, from `if (i + 1) % ACCUMULATION == 0` around it.
final class Accumulation {
    private Accumulation() {}

    /// Empty where there is none. A step whose own `backward()` stands under the same condition does not accumulate: it trains with
    /// some of the batches only, as the generator of a GAN does.
    static OptionalDouble of(Event step, Recording recording) {
        List<Guard> ofBackward = recording.events().subList(0, Math.max(0, recording.events().indexOf(step))).reversed().stream()
                .filter(event -> event.kind() == Event.Kind.BACKWARD)
                .findFirst()
                .map(Event::guards)
                .orElse(List.of());
        return step.guards().stream()
                .filter(guard -> step.kind() == Event.Kind.SCHEDULER_STEP || !ofBackward.contains(guard))
                .flatMapToDouble(guard -> divisor(guard).stream())
                .filter(divisor -> divisor > 1)
                .findFirst();
    }

    private static OptionalDouble divisor(Guard guard) {
        return guard.condition() instanceof Quantity quantity && quantity.ticker() != null
                ? divisor(quantity.node())
                : OptionalDouble.empty();
    }

    private static OptionalDouble divisor(Node node) {
        return switch (node) {
            case Node.Comparison(List<Node> operands, _) -> divisor(operands.getFirst());
            case Node.Logical(_, Node left, Node right) -> divisor(left).isPresent() ? divisor(left) : divisor(right);
            case Node.Unary(_, Node operand) -> divisor(operand);
            case Node.Binary(Node.BinaryOperator operator, _, Node right) when operator == Node.BinaryOperator.MODULO ->
                number(right);
            case Node.Binary _, Node.Literal _, Node.Constant _, Node.Step _, Node.Conditional _, Node.Call _ -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble number(Node node) {
        return switch (node) {
            case Node.Literal(Number value) -> OptionalDouble.of(value.doubleValue());
            case Node.Constant(_, Number value) -> OptionalDouble.of(value.doubleValue());
            default -> OptionalDouble.empty();
        };
    }
}
