package dev.annealer.table;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// An object as a row: its scalars, and the first of its arrays' values.
///
/// @param series takes the arrays whole, one after the other: the objects may be runs rather than rows
record JsonRowObject(JsonRows row, JsonRows series) {
    /// Arrays inside of a row become so many columns at most.
    private static final int MOST_OF_ARRAY = 16;

    /// Reads the object that has begun.
    void read(JsonParser parser) {
        object(parser, "");
        row.endRow();
    }

    private void object(JsonParser parser, String prefix) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = prefix + parser.currentName();
            switch (parser.nextToken()) {
                case START_OBJECT -> object(parser, name + "/");
                case START_ARRAY -> array(parser, name);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> row.put(name, parser.getDoubleValue());
                case VALUE_STRING -> text(row, name, parser.getString());
                default -> { }
            }
        }
    }

    static void text(JsonRows row, String name, String text) {
        char[] chars = text.toCharArray();
        var cell = new NumberCell(false);
        if (cell.parse(chars, 0, chars.length) == NumberCell.Kind.NUMBER) {
            row.put(name, cell.value());
        } else {
            row.putText(name);
        }
    }

    private void array(JsonParser parser, String name) {
        int position = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY && token != null; token = parser.nextToken()) {
            if (token.isNumeric()) {
                if (position < MOST_OF_ARRAY) {
                    row.put(position == 0 ? name : name + "/" + position, parser.getDoubleValue());
                }
                series.append(name, parser.getDoubleValue());
            } else if (token == JsonToken.VALUE_NULL) {
                series.appendMissing(name);
            } else {
                parser.skipChildren();
            }
            position++;
        }
    }
}
