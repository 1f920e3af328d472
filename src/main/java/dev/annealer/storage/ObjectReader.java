package dev.annealer.storage;

import dev.annealer.document.Input;
import dev.annealer.document.Numbers;
import dev.annealer.document.Place;
import dev.annealer.document.Problem;
import dev.annealer.document.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads the keys of one JSON object, and notes what is not as the format has it.
final class ObjectReader {
    private final JsonNode object;
    private final Place place;
    private final Strictness strictness;
    private final List<Problem> problems;
    private final boolean isThere;

    /// @param object taken for empty where it is no object; that is then a problem
    ObjectReader(@Nullable JsonNode object, Place place, Strictness strictness, List<Problem> problems) {
        this.place = place;
        this.strictness = strictness;
        this.problems = problems;
        isThere = object != null && object.isObject();
        if (object == null || !object.isObject()) {
            String found = object == null ? "is missing" : shown(object) + " is not an object";
            problem(place, found, "give an object in braces");
            this.object = JsonNodeFactory.instance.objectNode();
        } else {
            this.object = object;
        }
    }

    /// The same strictness and problems for another object.
    ObjectReader inside(@Nullable JsonNode inner, Place where) {
        return new ObjectReader(inner, where, strictness, problems);
    }

    ObjectReader object(String key) {
        return inside(object.get(key), place.at(key));
    }

    boolean has(String key) {
        return object.has(key);
    }

    Place place() {
        return place;
    }

    void problem(Place where, String message, String remedy) {
        problems.add(new Problem(where, message, remedy));
    }

    /// Every key has to be one of these, and not null.
    void allowOnly(Collection<String> known) {
        object.properties().forEach(property -> {
            String key = property.getKey();
            if (!known.contains(key)) {
                String remedy = NearestWord.to(key, known)
                        .map(nearest -> "did you mean `" + nearest + "`?")
                        .orElse("the known keys are " + String.join(", ", known));
                problem(place.at(key), "unknown key `" + key + "`", remedy);
            } else if (property.getValue().isNull()) {
                problem(place.at(key), "null is no value", "leave the key out");
            }
        });
    }

    /// A key that a saved document must have. Of an object that is missing as a whole, that is said once.
    void require(String key, String remedy) {
        if (isThere && !has(key) && strictness == Strictness.DOCUMENT) {
            problem(place.at(key), "is missing", remedy);
        }
    }

    private Optional<JsonNode> value(String key) {
        return Optional.ofNullable(object.get(key)).filter(node -> !node.isNull());
    }

    Optional<String> text(String key) {
        return value(key).flatMap(node -> {
            if (node.isString()) {
                return Optional.of(node.stringValue());
            }
            problem(place.at(key), shown(node) + " is not a text", "put it in quotes");
            return Optional.empty();
        });
    }

    Optional<Boolean> flag(String key) {
        return value(key).flatMap(node -> {
            if (node.isBoolean()) {
                return Optional.of(node.booleanValue());
            }
            problem(place.at(key), shown(node) + " is neither true nor false", "write true or false, without quotes");
            return Optional.empty();
        });
    }

    /// One of a few words, made into what it stands for.
    <T> Optional<T> word(String key, Collection<String> options, Function<String, Optional<T>> meaning) {
        return text(key).flatMap(word -> {
            Optional<T> meant = meaning.apply(word);
            if (meant.isEmpty()) {
                String remedy = NearestWord.to(word, options)
                        .map(nearest -> "did you mean `" + nearest + "`?")
                        .orElse("use one of " + String.join(", ", options));
                problem(place.at(key), "`" + word + "` is none of its options", remedy);
            }
            return meant;
        });
    }

    Input number(String key) {
        return value(key).map(node -> number(node, place.at(key))).orElse(Input.NONE);
    }

    Input count(String key) {
        return value(key).map(node -> count(node, place.at(key))).orElse(Input.NONE);
    }

    /// A number, or in a draft the text that is to become one.
    Input number(JsonNode node, Place where) {
        if (isDraftText(node)) {
            return new Input(node.stringValue());
        }
        if (!node.isNumber()) {
            problem(where, notANumber(node), "write a number, without quotes");
            return Input.NONE;
        }
        double value = node.decimalValue().doubleValue();
        if (Double.isInfinite(value)) {
            problem(where, shown(node) + " is too large", "numbers go up to 1.7e308");
            return Input.NONE;
        }
        return Input.of(value);
    }

    Input count(JsonNode node, Place where) {
        if (isDraftText(node)) {
            return new Input(node.stringValue());
        }
        if (!node.isNumber()) {
            problem(where, notANumber(node), "write a whole number, without quotes");
            return Input.NONE;
        }
        var exact = node.decimalValue();
        boolean huge = exact.precision() - (long) exact.scale() > 17 || Math.abs(exact.doubleValue()) > Numbers.MAX_COUNT;
        if (huge) {
            problem(where, shown(node) + " is too large", "counts go up to 2^53");
            return Input.NONE;
        }
        if (exact.stripTrailingZeros().scale() > 0) {
            problem(where, shown(node) + " is not a whole number", "write a whole number");
            return Input.NONE;
        }
        return Input.of(exact.longValueExact());
    }

    private boolean isDraftText(JsonNode node) {
        return strictness == Strictness.DRAFT && node.isString();
    }

    boolean isDraft() {
        return strictness == Strictness.DRAFT;
    }

    private static String notANumber(JsonNode node) {
        return node.isString() ? shown(node) + " is a text" : shown(node) + " is not a number";
    }

    /// The items of an array; empty where there is none or something else stands there.
    <T> List<T> list(String key, int most, BiFunction<JsonNode, Place, T> item) {
        Optional<JsonNode> array = value(key);
        var items = new ArrayList<T>();
        if (array.isEmpty()) {
            return items;
        }
        Place where = place.at(key);
        if (!array.get().isArray()) {
            problem(where, shown(array.get()) + " is not a list", "give a list in brackets");
            return items;
        }
        if (array.get().size() > most) {
            problem(where, "has more than " + most + " items", "shorten it");
            return items;
        }
        for (JsonNode node : array.get()) {
            items.add(item.apply(node, where.at(items.size())));
        }
        return items;
    }

    /// All keys with their values.
    Iterable<Map.Entry<String, JsonNode>> properties() {
        return object.properties();
    }

    Optional<JsonNode> node(String key) {
        return value(key);
    }

    Value.Inputs numbers(String key, int most) {
        return new Value.Inputs(list(key, most, this::number));
    }

    /// The node in as few characters as make it known again.
    static String shown(JsonNode node) {
        if (node.isObject()) {
            return "an object";
        }
        if (node.isArray()) {
            return "a list";
        }
        String text = node.isNumber() ? node.toString().replace("E+", "e").replace('E', 'e') : node.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

}
