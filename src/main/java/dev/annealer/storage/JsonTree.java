package dev.annealer.storage;

import java.math.BigDecimal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON text to a tree of nodes, every number exact.
///
/// Jackson's parser and its nodes without its `JsonMapper`: that one prepares for dates, beans and more that no file here has, and
/// takes a tenth of the window's start for it.
public final class JsonTree {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /// Within the limits that Jackson has by default.
    ///
    /// @param bytes UTF-8
    /// @throws JacksonException where this is no JSON
    public static JsonNode read(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            return new JsonTree(parser).whole();
        }
    }

    /// Within the limits of `factory`.
    static JsonNode read(JsonFactory factory, String text) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            return new JsonTree(parser).whole();
        }
    }

    private JsonNode whole() {
        JsonNode root = node(parser.nextToken());
        if (parser.nextToken() != null) {
            throw new StreamReadException(parser, "Trailing token", parser.currentTokenLocation());
        }
        return root;
    }

    /// What begins with the token that the parser is at.
    private JsonNode node(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(decimal());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case null, default -> throw new StreamReadException(parser, "Unexpected end-of-input");
        };
    }

    private BigDecimal decimal() {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException _) {
            // It is well formed, or it were no token.
            throw new StreamReadException(parser, "Exponent of " + parser.getString(), parser.currentTokenLocation());
        }
    }

    private ObjectNode object() {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            object.set(name, node(parser.nextToken()));
        }
        return object;
    }

    private ArrayNode array() {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(node(token));
        }
        return array;
    }
}
