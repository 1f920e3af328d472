package dev.annealer.storage;

import dev.annealer.document.Input;
import dev.annealer.document.Parameter;
import dev.annealer.document.Place;
import dev.annealer.document.SchedulerSpec;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Stage;
import dev.annealer.document.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Stages, and the schedulers in them, by the catalogue of parameters.
final class SchedulerReader {
    private static final Pattern LENGTH_WITH_UNIT = Pattern.compile("\\d+(\\.\\d+)?(%|ep)");
    private static final List<String> NAMES =
            Arrays.stream(SchedulerType.values()).map(SchedulerType::pytorchName).toList();
    private static final int MOST_ITEMS = 10_000;

    private SchedulerReader() {}

    static Optional<Stage> stage(ObjectReader reader) {
        return scheduler(reader, List.of("scheduler", "length", "enabled")).map(scheduler ->
                new Stage(scheduler, length(reader), reader.flag("enabled").orElse(true)));
    }

    /// @param ownKeys the keys beside the parameters
    private static Optional<SchedulerSpec> scheduler(ObjectReader reader, List<String> ownKeys) {
        String remedy = "name one of " + String.join(", ", NAMES);
        reader.require("scheduler", remedy);
        if (reader.has("scheduler") && reader.node("scheduler").isEmpty()) {
            reader.problem(reader.place().at("scheduler"), "null is no value", remedy);
        }
        Optional<SchedulerType> type = reader.word("scheduler", NAMES, SchedulerType::named);
        return type.map(known -> {
            List<String> keys = Stream.concat(ownKeys.stream(), known.parameters().stream().map(Parameter::name)).toList();
            reader.allowOnly(keys);
            return parameters(reader, known);
        });
    }

    private static SchedulerSpec parameters(ObjectReader reader, SchedulerType type) {
        var values = new LinkedHashMap<String, Value>();
        for (Parameter parameter : type.parameters()) {
            String name = parameter.name();
            if (reader.has(name)) {
                value(reader, parameter).ifPresent(value -> values.put(name, value));
            } else if (parameter.required()) {
                reader.require(name, type.pytorchName() + " needs it");
            }
        }
        return new SchedulerSpec(type, values);
    }

    private static Optional<? extends Value> value(ObjectReader reader, Parameter parameter) {
        String name = parameter.name();
        return switch (parameter) {
            case Parameter.Real _ -> Optional.of(reader.number(name));
            case Parameter.Count _ -> Optional.of(reader.count(name));
            case Parameter.Steps _ -> Optional.of(reader.count(name));
            case Parameter.Milestones _ -> Optional.of(new Value.Inputs(reader.list(name, MOST_ITEMS, reader::count)));
            case Parameter.PerGroup _ -> Optional.of(perGroup(reader, name));
            case Parameter.Toggle _ -> reader.flag(name).map(Value.Flag::new);
            case Parameter.Choice choice -> choice(reader, choice);
            case Parameter.Formula _ -> reader.text(name).map(Input::new);
            case Parameter.NamedNumbers _ -> Optional.of(namedNumbers(reader.object(name)));
            case Parameter.Schedulers _ -> Optional.of(members(reader, name));
        };
    }

    private static Value perGroup(ObjectReader reader, String name) {
        boolean isList = reader.node(name).filter(JsonNode::isArray).isPresent();
        return isList ? reader.numbers(name, MOST_ITEMS) : reader.number(name);
    }

    private static Optional<Input> choice(ObjectReader reader, Parameter.Choice choice) {
        if (reader.isDraft()) {
            return reader.text(choice.name()).map(Input::new);
        }
        return reader.word(choice.name(), choice.options(), word ->
                choice.options().contains(word) ? Optional.of(new Input(word)) : Optional.empty());
    }

    /// Unlike other numbers they keep their kind: Python's `500` is an int and `500.0` a float.
    private static Value namedNumbers(ObjectReader reader) {
        var numbers = new LinkedHashMap<String, Input>();
        for (Map.Entry<String, JsonNode> entry : reader.properties()) {
            JsonNode node = entry.getValue();
            Place where = reader.place().at(entry.getKey());
            boolean isInt = node.isIntegralNumber();
            Input number = isInt ? new Input(node.bigIntegerValue().toString()) : reader.number(node, where);
            numbers.put(entry.getKey(), isInt || !node.isNumber() ? number : new Input(asFloat(number.text())));
        }
        return new Value.Constants(numbers);
    }

    private static String asFloat(String number) {
        return number.matches("-?\\d+") ? number + ".0" : number;
    }

    private static Value members(ObjectReader reader, String name) {
        var members = new ArrayList<SchedulerSpec>();
        reader.list(name, MOST_ITEMS, (node, where) -> scheduler(reader.inside(node, where), List.of("scheduler")))
                .forEach(member -> member.ifPresent(members::add));
        return new Value.Members(members);
    }

    private static Input length(ObjectReader reader) {
        Optional<JsonNode> node = reader.node("length");
        if (node.isEmpty() || !node.get().isString()) {
            return reader.count("length");
        }
        String text = node.get().stringValue();
        if (!reader.isDraft() && !LENGTH_WITH_UNIT.matcher(text).matches()) {
            reader.problem(
                    reader.place().at("length"),
                    "\"" + text + "\" is not a length",
                    "write steps like 500, a share of the run like \"10%\", or epochs like \"5ep\"");
            return Input.NONE;
        }
        return new Input(text);
    }
}
