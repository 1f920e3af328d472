package dev.annealer.python;

import dev.annealer.document.Input;
import dev.annealer.document.Parameter;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Value;
import dev.annealer.python.value.Arithmetic;
import dev.annealer.python.value.Cause;
import dev.annealer.python.value.PyValue;
import dev.annealer.python.value.SchedulerValue;
import dev.annealer.python.value.Unknown;
import dev.annealer.schedule.expression.Node.BinaryOperator;
import dev.annealer.schedule.expression.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The call of one scheduler's constructor as a scheduler of a document.
final class SchedulerReader {
    /// What PyTorch takes for a horizon that is left out; a document would let it follow the stage.
    private static final double STANDARD_HORIZON = 5;

    private final Notes notes;
    private final Map<String, PyValue> answers;

    SchedulerReader(Notes notes, Map<String, PyValue> answers) {
        this.notes = notes;
        this.answers = answers;
    }

    /// Empty, with the reason noted, for what can't be carried over.
    Optional<SchedulerSpec> read(SchedulerValue source) {
        Optional<SchedulerType> type = SchedulerType.named(source.name());
        if (type.isEmpty()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, Value>();
        for (Parameter parameter : type.get().parameters()) {
            if (parameter instanceof Parameter.Formula) {
                Optional<LambdaReader.Formula> formula = formula(source);
                if (formula.isEmpty()) {
                    return Optional.empty();
                }
                values.put("lr_lambda", new Input(formula.get().text()));
                if (!formula.get().constants().byName().isEmpty()) {
                    values.put("constants", formula.get().constants());
                }
            } else if (!parameter.name().equals("constants")) {
                value(source, parameter).ifPresent(value -> values.put(parameter.name(), value));
            }
        }
        sayWhatIsLeftOut(source);
        return Optional.of(new SchedulerSpec(type.get(), values));
    }

    private static Optional<PyValue> argument(SchedulerValue source, String name) {
        return Signatures.argument(source.name(), source.arguments(), name)
                .filter(value -> !(value instanceof PyValue.Nothing));
    }

    private Optional<Value> value(SchedulerValue source, Parameter parameter) {
        Optional<PyValue> given = argument(source, parameter.name());
        return switch (parameter) {
            case Parameter.Real _, Parameter.Count _ ->
                given.or(() -> wanted(source, parameter)).map(value -> number(source, parameter.name(), value));
            case Parameter.Steps steps -> steps(source, steps, given);
            case Parameter.Milestones _ -> Optional.of(numbers(source, parameter.name(), given.orElse(unknown(source, parameter))));
            case Parameter.PerGroup _ -> Optional.of(
                    given.orElse(unknown(source, parameter)) instanceof PyValue.Items items
                            ? numbers(source, parameter.name(), items)
                            : number(source, parameter.name(), given.orElse(unknown(source, parameter))));
            case Parameter.Toggle _ -> given.flatMap(Notes::known).map(on -> new Value.Flag(on != 0));
            case Parameter.Choice _ -> given.flatMap(SchedulerReader::word);
            case Parameter.Formula _, Parameter.NamedNumbers _, Parameter.Schedulers _ -> Optional.empty();
        };
    }

    private static Optional<Value> word(PyValue value) {
        return value instanceof PyValue.Text(String text) ? Optional.of(new Input(text)) : Optional.empty();
    }

    private static Optional<PyValue> wanted(SchedulerValue source, Parameter parameter) {
        return parameter.required() ? Optional.of(unknown(source, parameter)) : Optional.empty();
    }

    private static PyValue unknown(SchedulerValue source, Parameter parameter) {
        return new Unknown(List.of(new Cause(parameter.name(), source.at().line())));
    }

    private Optional<Value> steps(SchedulerValue source, Parameter.Steps steps, Optional<PyValue> given) {
        Optional<PyValue> value = given;
        if (value.isEmpty() && steps.absent() instanceof Parameter.Absent.FollowsStage) {
            value = source.name().equals("OneCycleLR")
                    ? Optional.of(epochsTimesSteps(source))
                    : source.name().equals("CosineAnnealingLR") ? Optional.of(unknown(source, steps)) : Optional.empty();
            if (value.isEmpty()) {
                return Optional.of(Input.of(STANDARD_HORIZON));
            }
        }
        return value.or(() -> wanted(source, steps)).map(found -> whole(source, steps.name(), found));
    }

    private static PyValue epochsTimesSteps(SchedulerValue source) {
        PyValue epochs = argument(source, "epochs").orElse(new Unknown(List.of()));
        PyValue perEpoch = argument(source, "steps_per_epoch").orElse(new Unknown(List.of()));
        return Arithmetic.combine(
                        nodes -> new Node.Binary(BinaryOperator.MULTIPLY, nodes[0], nodes[1]), epochs, perEpoch)
                .orElse(new Unknown(List.of()));
    }

    private Input number(SchedulerValue source, String name, PyValue value) {
        PyValue one = value instanceof PyValue.Items(List<PyValue> items) && !items.isEmpty() ? items.getFirst() : value;
        if (one != value) {
            notes.remark(source.at().line(), "only the first " + name + " of " + source.name() + " is taken; a document has one for all groups");
        }
        return Input.of(notes.number(one, source.at(), name + " of " + source.name()));
    }

    /// A number of steps. PyTorch takes `7.5`, too; a document counts.
    private Input whole(SchedulerValue source, String name, PyValue value) {
        double number = notes.number(value, source.at(), name + " of " + source.name());
        if (number != Math.rint(number)) {
            notes.remark(source.at().line(), name + " of " + source.name() + " is " + number + ", no whole number; it is rounded");
        }
        return Input.of((double) Math.round(number));
    }

    private Value numbers(SchedulerValue source, String name, PyValue value) {
        if (value instanceof PyValue.Items(List<PyValue> items)) {
            boolean counts = name.equals("milestones");
            return new Value.Inputs(items.stream()
                    .map(item -> counts ? whole(source, name, item) : Input.of(notes.number(item, source.at(), name + " of " + source.name())))
                    .toList());
        }
        return new Value.Inputs(List.of(whole(source, name, value)));
    }

    private Optional<LambdaReader.Formula> formula(SchedulerValue source) {
        PyValue function = argument(source, "lr_lambda").orElse(new Unknown(List.of()));
        return function instanceof PyValue.Items(List<PyValue> functions) && !functions.isEmpty()
                ? ofGroups(source, functions)
                : formula(source, function);
    }

    /// One for all groups, as a document has it.
    private Optional<LambdaReader.Formula> ofGroups(SchedulerValue source, List<PyValue> functions) {
        List<Optional<LambdaReader.Formula>> formulas = functions.stream().map(function -> formula(source, function)).toList();
        boolean differ = formulas.stream().allMatch(Optional::isPresent) && formulas.stream().distinct().count() > 1;
        if (differ) {
            notes.fail(source.at().line(), "the param groups of " + source.name() + " have lambdas that differ, and a document has one for "
                    + "all: where they differ by a factor only, put it into the lr of each group");
        }
        return differ ? Optional.empty() : formulas.stream().filter(Optional::isEmpty).findFirst().orElse(formulas.getFirst());
    }

    private Optional<LambdaReader.Formula> formula(SchedulerValue source, PyValue function) {
        Optional<LambdaReader.Formula> formula = LambdaReader.read(function, answers);
        if (formula.isEmpty()) {
            PyValue value = LambdaReader.value(function, answers);
            if (value instanceof Unknown(var causes) && !causes.isEmpty()) {
                causes.forEach(cause -> notes.missing(cause.expression(), cause.line(), "the lambda of " + source.name()));
            } else if (function instanceof PyValue.External || function instanceof Unknown) {
                notes.fail(source.at().line(), "the function that " + source.name() + " is given is not in this script: paste it in front");
            } else {
                notes.fail(source.at().line(), "the lambda of " + source.name() + " does more than an expression of a document can say");
            }
        }
        return formula;
    }

    private void sayWhatIsLeftOut(SchedulerValue source) {
        if (argument(source, "scale_fn").isPresent()) {
            notes.remark(source.at().line(), "scale_fn of CyclicLR is not carried over: a document has the modes triangular, triangular2 and exp_range");
        }
        Optional<Double> lastEpoch = argument(source, "last_epoch").flatMap(Notes::known);
        if (lastEpoch.isPresent() && lastEpoch.get() != -1) {
            notes.remark(source.at().line(), "last_epoch is " + lastEpoch.get().longValue() + ": the document begins at step 0");
        }
    }
}
